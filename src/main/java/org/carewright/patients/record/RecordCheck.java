package org.carewright.patients.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.carewright.patients.PatientService;
import org.carewright.patients.PreferredChannel;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.language.Languages;

/** Brings what someone typed into the one form records have, and says what is wrong with it. */
public final class RecordCheck {

    /** Characters of a name or a short text. */
    public static final int SHORT = 100;

    public static final int LINE = 200;
    public static final int ADDRESS = 500;
    public static final int HISTORY = 20_000;
    /** Allergies or medications. */
    public static final int MOST_ITEMS = 100;
    /** Years: nobody on record grew older than 122. */
    private static final int OLDEST = 130;

    private static final int EMAIL = 254;
    private static final Pattern ADDRESS_FORM =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    /** Line separators, and what turns the reading direction of what comes after. */
    private static final String MISLEADING = "\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069";

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}" + MISLEADING + "&&[^\\n\\t]]");
    private static final Pattern LINE_CONTROL = Pattern.compile("[\\p{Cntrl}" + MISLEADING + "]");

    private final List<FieldError> errors = new ArrayList<>();
    private final String country;
    private final LocalDate today;

    private RecordCheck(String country, LocalDate today) {
        this.country = country;
        this.today = today;
    }

    /**
     * Checks a draft.
     *
     * @param country ISO 3166; by its rules a national phone number is read
     * @param today where the clinic is; nobody is born later
     */
    public static CheckedRecord check(RecordDraft draft, String country, LocalDate today) {
        var check = new RecordCheck(country, today);
        var content = check.content(draft);
        return new CheckedRecord(content, List.copyOf(check.errors));
    }

    private RecordDraft content(RecordDraft draft) {
        return new RecordDraft(
                required("givenName", draft.givenName()),
                required("familyName", draft.familyName()),
                born(draft.dateOfBirth()),
                email(draft.email()),
                phone("phone", draft.phone()),
                draft.preferredChannel() == null ? PreferredChannel.BOTH : draft.preferredChannel(),
                language(draft.language()),
                text("address", draft.address(), ADDRESS),
                contact(draft.emergencyContact()),
                text("medicalHistory", draft.medicalHistory(), HISTORY),
                allergies(draft.allergies()),
                medications(draft.medications()),
                insurance(draft.insurance()),
                draft.referredBy());
    }

    private LocalDate born(LocalDate date) {
        if (date != null && (date.isAfter(today) || date.isBefore(today.minusYears(OLDEST)))) {
            wrong("dateOfBirth", "date_of_birth");
        }
        return date;
    }

    private String email(String typed) {
        var address = line("email", typed, EMAIL);
        if (address != null && !ADDRESS_FORM.matcher(address).matches()) {
            wrong("email", "email");
        }
        return address;
    }

    private String phone(String key, String typed) {
        var number = line(key, typed, SHORT);
        if (number == null) {
            return null;
        }
        var kept = PatientService.toE164(number, country);
        if (kept.isEmpty()) {
            wrong(key, "phone");
        }
        return kept.orElse(number);
    }

    private String language(String tag) {
        var known = line("language", tag, SHORT);
        if (known != null && Languages.serving(Locale.forLanguageTag(known)).isEmpty()) {
            wrong("language", "not_an_option");
        }
        return known;
    }

    private EmergencyContact contact(EmergencyContact contact) {
        if (contact == null) {
            return null;
        }
        var name = line("emergencyContact.name", contact.name(), SHORT);
        var relation = line("emergencyContact.relation", contact.relation(), SHORT);
        var phone = phone("emergencyContact.phone", contact.phone());
        if (name == null && relation == null && phone == null) {
            return null;
        }
        present("emergencyContact.name", name);
        present("emergencyContact.phone", phone);
        return new EmergencyContact(name, relation, phone);
    }

    private List<Allergy> allergies(List<Allergy> typed) {
        var items = items("allergies", typed).stream()
                .map(each -> new Allergy(
                        line("allergies", each.substance(), LINE), line("allergies", each.reaction(), LINE)))
                .filter(each -> each.substance() != null || each.reaction() != null)
                .toList();
        items.forEach(each -> present("allergies", each.substance()));
        return items;
    }

    private List<Medication> medications(List<Medication> typed) {
        var items = items("medications", typed).stream()
                .map(each ->
                        new Medication(line("medications", each.name(), LINE), line("medications", each.dose(), LINE)))
                .filter(each -> each.name() != null || each.dose() != null)
                .toList();
        items.forEach(each -> present("medications", each.name()));
        return items;
    }

    private Insurance insurance(Insurance insurance) {
        if (insurance == null) {
            return null;
        }
        var payer = line("insurance.payer", insurance.payer(), LINE);
        var policy = line("insurance.policyNumber", insurance.policyNumber(), SHORT);
        var group = line("insurance.groupNumber", insurance.groupNumber(), SHORT);
        if (payer == null && policy == null && group == null && insurance.validUntil() == null) {
            return null;
        }
        present("insurance.payer", payer);
        present("insurance.policyNumber", policy);
        return new Insurance(payer, policy, group, insurance.validUntil());
    }

    private <T> List<T> items(String key, List<T> typed) {
        var items = typed == null
                ? List.<T>of()
                : typed.stream().filter(Objects::nonNull).toList();
        if (items.size() > MOST_ITEMS) {
            wrong(key, "rows", MOST_ITEMS);
            return List.of();
        }
        return items;
    }

    private String required(String key, String typed) {
        var name = line(key, typed, SHORT);
        present(key, name);
        return name;
    }

    private void present(String key, String text) {
        if (text == null) {
            wrong(key, "required");
        }
    }

    private String line(String key, String typed, int longest) {
        return kept(key, typed, longest, LINE_CONTROL);
    }

    private String text(String key, String typed, int longest) {
        return kept(key, typed, longest, CONTROL);
    }

    private String kept(String key, String typed, int longest, Pattern forbidden) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var text = typed.replace("\r\n", "\n").strip();
        if (text.codePointCount(0, text.length()) > longest) {
            wrong(key, "too_long", longest);
        }
        if (forbidden.matcher(text).find()) {
            wrong(key, "characters");
        }
        return text;
    }

    private void wrong(String key, String code, Object... arguments) {
        errors.add(new FieldError(key, code, List.of(arguments)));
    }
}
