-- E-mail and phone are kept sealed only (HIP-6). Nobody runs a version that wrote them in clear.
alter table patients.patient
    drop column email,
    drop column phone;
