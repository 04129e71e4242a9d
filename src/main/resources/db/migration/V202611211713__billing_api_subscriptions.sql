-- Apps begin plans, too.
alter table billing.api_request
    drop constraint api_request_operation_check,
    add constraint api_request_operation_check check (operation in ('invoice', 'refund', 'subscription'));
