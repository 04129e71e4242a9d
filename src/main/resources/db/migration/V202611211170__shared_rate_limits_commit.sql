-- Counting a request doesn't wait for the disk: a power cut may forget the counts of the last moment, nothing else. The
-- setting ends with the transaction, and those that count do nothing besides.
create function shared.commit_without_waiting() returns trigger
    language plpgsql set search_path = ''
as
$$
begin
    perform set_config('synchronous_commit', 'off', true);
    return null;
end
$$;

create trigger rate_limit_commit
    after insert or update
    on shared.rate_limit
    for each statement
execute function shared.commit_without_waiting();
