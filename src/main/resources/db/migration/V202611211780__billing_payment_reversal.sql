-- A booking that was a mistake is taken back by entries of the opposite sign; the payment stays, with its receipt's number.
alter table billing.payment
    drop constraint payment_status_check,
    add constraint payment_status_check
        check (status in ('pending', 'processing', 'succeeded', 'failed', 'cancelled', 'reversed')),
    drop constraint payment_check,
    add constraint payment_check check ((status in ('succeeded', 'reversed')) = (paid_at is not null));
