-- A blocked range lasts 20 hours at most (12 of visit, 4 of buffer on each side), so a stretch of beginnings holds all
-- that touch a period: the far future stays out of the search as well as the past.
create index reservation_taken_from on scheduling.reservation (clinic_id, taken_id, blocked_from);
drop index scheduling.reservation_taken;
