-- What is owed is read for one currency without touching the invoices themselves.
drop index billing.invoice_unsettled;
create index invoice_unsettled on billing.invoice (clinic_id, due_on, id) include (currency)
    where status in ('sent', 'overdue');
