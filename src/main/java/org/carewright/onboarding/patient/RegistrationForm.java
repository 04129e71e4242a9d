package org.carewright.onboarding.patient;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.access.Grant;
import org.carewright.patients.access.Relation;
import org.carewright.patients.record.PatientRecords;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.FormComponent;
import org.carewright.shared.forms.FormDefinition;
import org.carewright.shared.process.Processes;
import org.springframework.stereotype.Component;

/** What a new patient tells of themselves: the form {@code register-patient}, checked also by the record's own rules. */
@Component
public class RegistrationForm {

    private static final String FORM = "register-patient";
    private static final String SERVICES = "services";
    private static final String EMAIL = "email";
    private static final String OWN_NAME = "ownName";

    /** What the account tells already. */
    private static final Set<String> OF_THE_ACCOUNT = Set.of(EMAIL, OWN_NAME);

    private final Processes processes;
    private final CatalogueService catalogue;
    private final PatientRecords records;
    private final ClinicService clinics;
    private final Clock clock;

    RegistrationForm(
            Processes processes,
            CatalogueService catalogue,
            PatientRecords records,
            ClinicService clinics,
            Clock clock) {
        this.processes = processes;
        this.catalogue = catalogue;
        this.records = records;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * @param details of the patient; null when something is wrong
     * @param serviceId null when none was chosen
     * @param relation what whoever fills in the form is to the patient
     * @param ownName of whoever fills it in for a child; null for the patient's own
     */
    record Checked(
            EnrolmentDetails details, UUID serviceId, Relation relation, String ownName, List<FieldError> errors) {

        /** The name of the account. */
        String accountName() {
            return ownName == null ? details.fullName().strip() : ownName.strip();
        }
    }

    /** @param signedIn whether address and name are the account's, so that neither is asked for */
    public FormDefinition definition(boolean signedIn) {
        var form = processes.form(FORM);
        return signedIn
                ? new FormDefinition(
                        form.id(),
                        form.schema(),
                        form.components().stream()
                                .filter(component -> !(component instanceof FormComponent.Field field
                                        && OF_THE_ACCOUNT.contains(field.key())))
                                .toList())
                : form;
    }

    /** What the form needs to know besides what is typed. */
    public Map<String, Object> data() {
        Map<String, Object> data = new HashMap<>();
        data.put(
                SERVICES,
                catalogue.services().stream()
                        .map(service -> Map.of(
                                "label", service.name(), "value", service.id().toString()))
                        .toList());
        return data;
    }

    /** @param email the account's address, taken instead of one typed; null for the form's */
    Checked check(Map<String, Object> submitted, String email, String language) {
        var check = definition(email != null).check(submitted, data());
        if (!check.ok()) {
            return new Checked(null, null, null, null, check.errors());
        }
        var details = EnrolmentDetails.of(check.values(), email);
        var errors = new ArrayList<>(records.check(details.toDraft(language)).errors());
        var relation = relation(check.values().get("registeringFor"));
        if (relation != Relation.SELF && errors.isEmpty() && !Grant.isMinor(details.dateOfBirth(), today())) {
            // Who may act for an adult is shown by papers, not by a tick on a public page.
            errors.add(new FieldError("dateOfBirth", "of_age", List.of()));
        }
        var service = check.values().get("serviceId");
        return new Checked(
                details,
                service == null ? null : UUID.fromString(String.valueOf(service)),
                relation,
                (String) check.values().get(OWN_NAME),
                errors);
    }

    private static Relation relation(Object registeringFor) {
        return switch (String.valueOf(registeringFor)) {
            case "child" -> Relation.PARENT;
            case "ward" -> Relation.GUARDIAN;
            default -> Relation.SELF;
        };
    }

    private LocalDate today() {
        return clock.instant().atZone(clinics.current().timeZone()).toLocalDate();
    }
}
