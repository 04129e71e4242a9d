package org.carewright.billing.packages;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.packages.SessionPackage.Status;
import org.carewright.clinics.ClinicService;
import org.carewright.messaging.MessageSubject;
import org.carewright.messaging.MessageSubjects;
import org.carewright.patients.PatientService;
import org.carewright.shared.web.PublicUrl;
import org.springframework.stereotype.Component;

/** What messages about a package say; none is sent when no session is left. */
@Component
class PackageSubjects implements MessageSubjects {

    private static final String BOOKING_PAGE = "/c/";

    private final PackageMapper packages;
    private final PatientService patients;
    private final ClinicService clinics;
    private final PublicUrl address;

    PackageSubjects(PackageMapper packages, PatientService patients, ClinicService clinics, PublicUrl address) {
        this.packages = packages;
        this.patients = patients;
        this.clinics = clinics;
        this.address = address;
    }

    @Override
    public String type() {
        return "package";
    }

    @Override
    public MessageSubject load(UUID id) {
        var row = packages.byId(id);
        if (row == null) {
            throw new IllegalStateException("No package " + id);
        }
        var clinic = clinics.current();
        var patient = patients.find(row.patientId()).orElseThrow();
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Locale.forLanguageTag(patient.language()));
        Map<String, String> words = new LinkedHashMap<>();
        words.put("clinicName", clinic.name());
        words.put("patientGivenName", patient.givenName());
        words.put("planName", row.name());
        words.put("dueDate", row.expiresOn().format(day));
        words.put("manageUrl", address.of(BOOKING_PAGE + clinic.slug()));
        return new MessageSubject(row.patientId(), words, null);
    }

    @Override
    public boolean overtaken(UUID id, String template) {
        var current = packages.lock(id).toPackage();
        return current.status() != Status.ACTIVE || current.left() == 0;
    }
}
