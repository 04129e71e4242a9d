package org.carewright.clinics;

import org.carewright.integrations.payment.Payees;
import org.springframework.stereotype.Component;

@Component
class StoredPayees implements Payees {

    private final ClinicService clinics;

    StoredPayees(ClinicService clinics) {
        this.clinics = clinics;
    }

    @Override
    public Payee current() {
        var clinic = clinics.current();
        return new Payee(clinic.name(), clinic.slug(), clinic.address(), clinic.phone(), clinic.email());
    }
}
