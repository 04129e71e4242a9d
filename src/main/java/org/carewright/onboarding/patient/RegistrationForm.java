package org.carewright.onboarding.patient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private final Processes processes;
    private final CatalogueService catalogue;
    private final PatientRecords records;

    RegistrationForm(Processes processes, CatalogueService catalogue, PatientRecords records) {
        this.processes = processes;
        this.catalogue = catalogue;
        this.records = records;
    }

    /** @param details null when something is wrong; @param serviceId null when none was chosen */
    record Checked(EnrolmentDetails details, UUID serviceId, List<FieldError> errors) {}

    /** @param signedIn whether the address is the account's, so that none is asked for */
    public FormDefinition definition(boolean signedIn) {
        var form = processes.form(FORM);
        return signedIn
                ? new FormDefinition(
                        form.id(),
                        form.schema(),
                        form.components().stream()
                                .filter(component -> !(component instanceof FormComponent.Field field
                                        && field.key().equals(EMAIL)))
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
            return new Checked(null, null, check.errors());
        }
        var details = EnrolmentDetails.of(check.values(), email);
        var errors = new ArrayList<>(records.check(details.toDraft(language)).errors());
        var service = check.values().get("serviceId");
        return new Checked(details, service == null ? null : UUID.fromString(String.valueOf(service)), errors);
    }
}
