package org.carewright.patients;

import org.carewright.shared.sealing.IndexText;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/** Blind index tokens of contact data in the clinic in scope, normalised the same way wherever they are compared. */
@Component
public class ContactTokens {

    private final Sealing sealing;
    private final ClinicScope clinic;

    ContactTokens(Sealing sealing, ClinicScope clinic) {
        this.sealing = sealing;
        this.clinic = clinic;
    }

    /** Token of an e-mail address, case ignored; null for null. */
    public String email(String address) {
        return address == null ? null : token("email", address);
    }

    /** Token of an E.164 phone number; null for null. */
    public String phone(String number) {
        return number == null ? null : token("phone", number);
    }

    /** Token of a full name, the one by which the same person is found again. */
    public String name(String givenName, String familyName) {
        return token("name", givenName + " " + familyName);
    }

    private String token(String kind, String text) {
        return sealing.token(clinic.required(), kind, IndexText.normal(text));
    }
}
