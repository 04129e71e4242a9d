package org.carewright.patients.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.AccessOffer;
import org.carewright.patients.access.Relation;
import org.carewright.patients.record.PatientRecord;
import org.carewright.shared.forms.FieldError;

/**
 * Access to be given, as the page's form sends it.
 *
 * @param startsOn the first day, where the clinic is; empty for at once
 * @param endsOn the last day; empty for no end
 */
public record AccessForm(
        String name, String email, String relation, String level, String startsOn, String endsOn, Boolean agreed) {

    private static final String LOWEST = AccessLevel.VIEW_ONLY.code();

    static AccessForm empty() {
        return new AccessForm("", "", "", LOWEST, "", "", null);
    }

    /** As it is for the patient, who has no access yet. */
    static AccessForm forPatient(PatientRecord patient) {
        return new AccessForm(
                patient.fullName(),
                text(patient.content().email()),
                Relation.SELF.code(),
                AccessLevel.FULL.code(),
                "",
                "",
                null);
    }

    /**
     * @param language of an invite; null for the reader's own or the clinic's
     * @param errors takes what can't even be read
     */
    AccessOffer offer(String language, ZoneId zone, List<FieldError> errors) {
        return new AccessOffer(
                text(name),
                text(email),
                language,
                relation(errors),
                level(errors),
                day("startsOn", startsOn, errors)
                        .map(day -> day.atStartOfDay(zone).toInstant())
                        .orElse(null),
                day("endsOn", endsOn, errors).map(day -> endOf(day, zone)).orElse(null),
                Boolean.TRUE.equals(agreed));
    }

    private Relation relation(List<FieldError> errors) {
        return choice("relation", relation, Stream.of(Relation.values()), Relation::code, errors);
    }

    private AccessLevel level(List<FieldError> errors) {
        return choice("level", level, Stream.of(AccessLevel.values()), AccessLevel::code, errors);
    }

    private static <T> T choice(
            String field, String typed, Stream<T> options, Function<T, String> code, List<FieldError> errors) {
        if (text(typed).isEmpty()) {
            return null;
        }
        var chosen = options.filter(option -> code.apply(option).equals(typed)).findFirst();
        if (chosen.isEmpty()) {
            errors.add(new FieldError(field, "not_an_option", List.of()));
        }
        return chosen.orElse(null);
    }

    private static Optional<LocalDate> day(String field, String typed, List<FieldError> errors) {
        if (text(typed).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            errors.add(new FieldError(field, "date", List.of()));
            return Optional.empty();
        }
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
