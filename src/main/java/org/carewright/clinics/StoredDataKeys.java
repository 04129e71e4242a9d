package org.carewright.clinics;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.carewright.clinics.ClinicMapper.DataKeyRow;
import org.carewright.shared.sealing.DataKeys;
import org.springframework.stereotype.Component;

@Component
class StoredDataKeys implements DataKeys {

    private final ClinicMapper clinics;

    StoredDataKeys(ClinicMapper clinics) {
        this.clinics = clinics;
    }

    @Override
    public Optional<byte[]> find(UUID clinicId, Purpose purpose) {
        return Optional.ofNullable(
                        clinics.wrappedDataKey(clinicId, purpose.name().toLowerCase(Locale.ROOT)))
                .map(DataKeyRow::keyset);
    }

    @Override
    public void store(UUID clinicId, Purpose purpose, byte[] wrapped) {
        clinics.insertDataKey(clinicId, purpose.name().toLowerCase(Locale.ROOT), wrapped);
    }
}
