-- The accounts we have at the sandbox providers, made at first use; in a table so that several nodes share them.
-- Development and tests only, opens nothing outside this database's own sandbox.
create table integrations.sandbox_account
(
    provider    text primary key check (provider in ('sendgrid', 'twilio')),
    name        text not null,
    secret      text not null,
    private_key text,
    public_key  text
);
create index sandbox_message_recipient on integrations.sandbox_message (recipient, received_at desc);
create index sandbox_message_open on integrations.sandbox_message (received_at) where status in ('accepted', 'queued');
