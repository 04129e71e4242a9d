package org.carewright.billing.packages;

import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.engine.PatientOfProcess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A package's process is about whoever bought it. */
@Component
class PatientOfPackage implements PatientOfProcess {

    private final PackageMapper packages;

    PatientOfPackage(PackageMapper packages) {
        this.packages = packages;
    }

    @Override
    public String processId() {
        return PackageVariables.PROCESS_ID;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> patientOf(UUID packageId) {
        return Optional.ofNullable(packages.byId(packageId)).map(PackageMapper.PackageRow::patientId);
    }
}
