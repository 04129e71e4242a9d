-- Counting takes one transaction under an advisory lock instead of up to three; the library keeps the lock's number.
alter table shared.rate_limit add column explicit_lock bigint;
