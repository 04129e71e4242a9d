-- What a clinic decides about sign-in (IAM-5, IAM-7). No row: the defaults.
create table identity.clinic_security
(
    clinic_id            uuid primary key references clinics.clinic,
    staff_idle_minutes   int         not null check (staff_idle_minutes between 5 and 30),
    portal_idle_minutes  int         not null check (portal_idle_minutes between 5 and 60),
    -- Addresses and CIDR ranges from which the administration's pages open; none: from anywhere.
    admin_addresses      text        not null default '',
    updated_at           timestamptz not null
);
call shared.isolate('identity.clinic_security');
