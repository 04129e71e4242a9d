-- The clinic's UPI account with the providers says who gets what is paid by UPI.
alter table billing.settings
    drop column upi_address;
