-- Managers change services: who saves what was changed meanwhile is told so.
alter table scheduling.service
    add column version integer not null default 0,
    add constraint service_deposit_in_price check (deposit_minor <= price_minor);
