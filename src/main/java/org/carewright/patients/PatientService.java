package org.carewright.patients;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carewright.audit.FormerRecords;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The patients of the clinic in scope. */
@Service
public class PatientService implements FormerRecords {

    private final PatientMapper patients;
    private final ContactTokens tokens;
    private final PatientSeal seal;
    private final ClinicScope clinic;
    private final Clock clock;

    PatientService(PatientMapper patients, ContactTokens tokens, PatientSeal seal, ClinicScope clinic, Clock clock) {
        this.patients = patients;
        this.tokens = tokens;
        this.seal = seal;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * The patient with that name and e-mail address (without one: phone), made when there is none yet. An existing
     * record's data stays as it is: a public form must not overwrite a record.
     *
     * @param country by whose rules a national phone number is read
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Patient findOrCreate(NewPatient person, String country) {
        var phone = toE164(person.phone(), country).orElse(null);
        var email = blankToNull(person.email());
        var nameToken = tokens.name(person.givenName(), person.familyName());
        var emailToken = tokens.email(email);
        var phoneToken = tokens.phone(phone);
        if (emailToken != null || phoneToken != null) {
            var same = patients.findSame(nameToken, emailToken, phoneToken);
            if (same != null) {
                return patients.byId(same).open(seal);
            }
        }
        var id = UUID.randomUUID();
        var patient = new Patient(
                id,
                person.givenName().strip(),
                person.familyName().strip(),
                email,
                phone,
                person.preferredChannel(),
                person.language());
        patients.insert(
                clinic.required(),
                patient,
                patient.preferredChannel().code(),
                seal.seal(id, PatientSeal.EMAIL, email),
                seal.seal(id, PatientSeal.PHONE, phone),
                nameToken,
                emailToken,
                phoneToken,
                clock.instant());
        return patient;
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> mergedInto(UUID patientId) {
        return patients.mergedInto(patientId);
    }

    /** The patient with that id, empty when the clinic in scope has none. */
    @Transactional(readOnly = true)
    public Optional<Patient> find(UUID id) {
        return Optional.ofNullable(patients.byId(id)).map(row -> row.open(seal));
    }

    /** Those patients by id, in one statement. */
    @Transactional(readOnly = true)
    public Map<UUID, Patient> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return patients.byIds(ids).stream()
                .map(row -> row.open(seal))
                .collect(Collectors.toMap(Patient::id, Function.identity()));
    }

    /** A phone number as E.164, empty when {@code typed} is blank or no valid number in that country. */
    public static Optional<String> toE164(String typed, String country) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        var phones = PhoneNumberUtil.getInstance();
        try {
            var number = phones.parse(typed, country);
            return phones.isValidNumber(number)
                    ? Optional.of(phones.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
