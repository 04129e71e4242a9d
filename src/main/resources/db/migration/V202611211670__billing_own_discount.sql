-- What was typed as the line's own discount, so that a draft with a coupon can be changed: discount_minor also has the
-- line's share of the coupon.
alter table billing.invoice_line add column own_discount_minor bigint not null default 0
    check (own_discount_minor between 0 and discount_minor);
