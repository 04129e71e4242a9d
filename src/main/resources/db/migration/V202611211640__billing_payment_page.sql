-- The process that watches over the provider's page of a payment.
alter table billing.payment
    add column page_instance text;
