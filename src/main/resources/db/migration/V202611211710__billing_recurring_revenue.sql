-- What the running period is charged by: recurring revenue is read from one index, not from all periods (REP-2).
alter table billing.subscription
    add column price_version integer;

update billing.subscription s
set price_version = p.price_version
from billing.subscription_period p
where p.clinic_id = s.clinic_id and p.id = s.period_id;

create index subscription_recurring on billing.subscription (clinic_id, plan_id, price_version)
    where status in ('active', 'past_due');
