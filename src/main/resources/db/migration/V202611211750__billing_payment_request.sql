-- Payments are begun through the API, too.
alter table billing.api_request drop constraint api_request_operation_check;
alter table billing.api_request
    add constraint api_request_operation_check check (operation in ('invoice', 'refund', 'subscription', 'payment'));
