-- What is left of a rate limit for one key; shared by all nodes. The id is a hash, so no address is kept.
create table shared.rate_limit
(
    id         text not null primary key,
    state      bytea,
    expires_at bigint
);
create index rate_limit_expiry on shared.rate_limit (expires_at);
grant select, insert, update, delete on shared.rate_limit to carewright_app;
