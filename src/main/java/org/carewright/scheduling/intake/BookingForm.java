package org.carewright.scheduling.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carewright.patients.NewPatient;
import org.carewright.patients.PatientService;
import org.carewright.patients.PreferredChannel;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.process.Processes;
import org.springframework.stereotype.Component;

/** What was typed into a service's booking form, checked. */
@Component
public class BookingForm {

    private final Processes processes;

    BookingForm(Processes processes) {
        this.processes = processes;
    }

    /**
     * The form's values, cleaned, for the service's own form.
     *
     * @param country the clinic's; a phone number without a country code is read as one from there
     * @throws InvalidFormException when the values don't fit
     */
    public Map<String, Object> checked(BookingRequest request, ServiceOffer service, String country) {
        var form = processes.form(service.formId());
        var check = form.check(request.form() == null ? Map.of() : request.form());
        var errors = new ArrayList<>(check.errors());
        if (errors.isEmpty()) {
            checkPhone(check.values(), country).ifPresent(errors::add);
        }
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
        return check.values();
    }

    /** Who the visit is for, by the form's checked values. @param language the patient's, null for English */
    public static NewPatient patient(Map<String, Object> values, String language) {
        return new NewPatient(
                text(values, "givenName"),
                text(values, "familyName"),
                text(values, "email"),
                text(values, "phone"),
                PreferredChannel.of(text(values, "preferredChannel")),
                language == null ? "en" : language);
    }

    /** Text messages need a phone number, and a number that is given must be one. */
    private static Optional<FieldError> checkPhone(Map<String, Object> values, String country) {
        var phone = text(values, "phone");
        if (phone.isBlank()) {
            var channel = PreferredChannel.of(text(values, "preferredChannel"));
            return channel == PreferredChannel.SMS || channel == PreferredChannel.BOTH
                    ? Optional.of(new FieldError("phone", "required", List.of()))
                    : Optional.empty();
        }
        return PatientService.toE164(phone, country).isPresent()
                ? Optional.empty()
                : Optional.of(new FieldError("phone", "phone", List.of()));
    }

    private static String text(Map<String, Object> values, String key) {
        return values.get(key) instanceof String text ? text : "";
    }
}
