package org.carewright.billing.packages;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.shared.process.Processes;
import org.springframework.stereotype.Component;

/** Starts {@code PackageProcess} when a package is paid. */
@Component
class PackageProcess {

    static final int NOTICE_DAYS = 14;

    /** Nobody is written to at night. */
    private static final LocalTime NOTICE_TIME = LocalTime.of(9, 0);

    private final Processes processes;
    private final ClinicService clinics;

    PackageProcess(Processes processes, ClinicService clinics) {
        this.processes = processes;
        this.clinics = clinics;
    }

    void start(UUID id, LocalDate expiresOn) {
        processes.start(
                PackageVariables.PROCESS_ID,
                id,
                Map.of(
                        PackageVariables.PACKAGE_ID.name(), id.toString(),
                        PackageVariables.NOTICE_AT.name(), at(expiresOn.minusDays(NOTICE_DAYS), NOTICE_TIME),
                        PackageVariables.EXPIRES_AT.name(), at(expiresOn.plusDays(1), LocalTime.MIDNIGHT)));
    }

    private Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(clinics.current().timeZone()).toInstant());
    }
}
