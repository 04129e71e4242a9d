package org.carewright.patients;

/** What a person says of themselves when booking; fields as in {@link Patient}, phone as typed. */
public record NewPatient(
        String givenName,
        String familyName,
        String email,
        String phone,
        PreferredChannel preferredChannel,
        String language) {}
