package org.carewright.clinics;

import java.util.Optional;
import java.util.UUID;
import org.carewright.integrations.inbox.SmsSenderClinics;
import org.springframework.stereotype.Component;

@Component
class StoredSmsSenders implements SmsSenderClinics {

    private final ClinicService clinics;

    StoredSmsSenders(ClinicService clinics) {
        this.clinics = clinics;
    }

    @Override
    public Optional<UUID> clinicOf(String number) {
        return clinics.idBySmsSender(number);
    }
}
