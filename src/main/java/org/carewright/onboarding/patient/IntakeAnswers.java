package org.carewright.onboarding.patient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carewright.patients.record.Allergy;
import org.carewright.patients.record.EmergencyContact;
import org.carewright.patients.record.Medication;
import org.carewright.patients.record.RecordDraft;
import org.carewright.shared.forms.FieldOption;
import org.carewright.shared.forms.FormComponent;
import org.carewright.shared.forms.FormDefinition;

/**
 * The answers to an intake form. Forms differ by service; the keys named here mean the same in each that has them, all
 * others are read by whoever reviews the answers.
 */
final class IntakeAnswers {

    static final String YES = "yes";
    static final String NO = "no";

    private static final String CONDITIONS = "conditions";

    private final FormDefinition form;
    private final Map<String, Object> answers;

    /** @param answers checked against {@code form} */
    IntakeAnswers(FormDefinition form, Map<String, Object> answers) {
        this.form = form;
        this.answers = answers;
    }

    /** The record with what the answers add to it; nothing that it holds is lost. */
    RecordDraft addTo(RecordDraft content) {
        return new RecordDraft(
                content.givenName(),
                content.familyName(),
                content.dateOfBirth(),
                content.email(),
                content.phone(),
                content.preferredChannel(),
                content.language(),
                given("address", content.address()),
                emergencyContact(content.emergencyContact()),
                history(content.medicalHistory()),
                together(content.allergies(), allergies()),
                together(content.medications(), medications()),
                content.insurance(),
                content.referredBy());
    }

    /** Whether the answer is yes; also for a list of conditions of which any is ticked. */
    String yesNo(String key) {
        var answer = answers.get(key);
        var yes = answer instanceof Collection<?> ticked ? !ticked.isEmpty() : YES.equals(answer);
        return yes ? YES : NO;
    }

    /** Each question with its answer in the form's own words, the unanswered left out; for staff. */
    List<IntakeAnswer> questions() {
        return lines(form.components(), answers).toList();
    }

    /** The same as one text. */
    String summary() {
        return questions().stream()
                .map(answer -> answer.question() + ": " + answer.words())
                .collect(Collectors.joining("\n\n"));
    }

    private static Stream<IntakeAnswer> lines(List<FormComponent> components, Map<?, ?> at) {
        return components.stream().flatMap(component -> {
            if (component instanceof FormComponent.Field field) {
                return line(field, at.get(field.key()));
            } else if (component instanceof FormComponent.Group group) {
                return lines(group.components(), group.path().isEmpty() ? at : map(at.get(group.path())));
            } else if (component instanceof FormComponent.Rows rows && at.get(rows.path()) instanceof List<?> list) {
                return list.stream()
                        .map(row -> new IntakeAnswer(
                                rows.label(), rowWords(map(row)).collect(Collectors.joining(", "))));
            }
            return Stream.empty();
        });
    }

    private static Stream<IntakeAnswer> line(FormComponent.Field field, Object answer) {
        var words = answer instanceof Collection<?> several
                ? several.stream().map(each -> label(field, each)).collect(Collectors.joining(", "))
                : answer == null ? "" : label(field, answer);
        return words.isBlank()
                ? Stream.empty()
                : Stream.of(new IntakeAnswer(field.text().label(), words));
    }

    private static Stream<String> rowWords(Map<?, ?> row) {
        return row.values().stream().filter(word -> word != null).map(String::valueOf);
    }

    private static String label(FormComponent.Field field, Object value) {
        return field.options().stream()
                .filter(option -> String.valueOf(option.value()).equals(String.valueOf(value)))
                .map(FieldOption::label)
                .findFirst()
                .orElse(String.valueOf(value));
    }

    private EmergencyContact emergencyContact(EmergencyContact known) {
        var contact = map(answers.get("emergencyContact"));
        return contact.get("contactName") == null
                ? known
                : new EmergencyContact(
                        text(contact, "contactName"), text(contact, "contactRelation"), text(contact, "contactPhone"));
    }

    private String history(String known) {
        var conditions = form.components().stream()
                .flatMap(IntakeAnswers::flat)
                .filter(field -> field.key().equals(CONDITIONS))
                .flatMap(field -> answers.get(CONDITIONS) instanceof Collection<?> ticked
                        ? ticked.stream().map(each -> label(field, each))
                        : Stream.empty())
                .collect(Collectors.joining(", "));
        var parts = new LinkedHashSet<String>();
        Stream.of(known, conditions, text(answers, "medicalHistory"))
                .filter(part -> part != null && !part.isBlank())
                .forEach(parts::add);
        return parts.isEmpty() ? null : String.join("\n", parts);
    }

    private static Stream<FormComponent.Field> flat(FormComponent component) {
        if (component instanceof FormComponent.Field field) {
            return Stream.of(field);
        }
        return component instanceof FormComponent.Group group
                ? group.components().stream().flatMap(IntakeAnswers::flat)
                : Stream.empty();
    }

    private List<Allergy> allergies() {
        return rows("allergies").stream()
                .map(row -> new Allergy(text(row, "substance"), text(row, "reaction")))
                .toList();
    }

    private List<Medication> medications() {
        return rows("medications").stream()
                .map(row -> new Medication(text(row, "medicine"), text(row, "dose")))
                .toList();
    }

    private List<Map<?, ?>> rows(String key) {
        var rows = new ArrayList<Map<?, ?>>();
        if (answers.get(key) instanceof List<?> list) {
            list.forEach(row -> rows.add(map(row)));
        }
        return rows;
    }

    private String given(String key, String known) {
        var answer = text(answers, key);
        return answer == null || answer.isBlank() ? known : answer;
    }

    private static <T> List<T> together(List<T> known, List<T> added) {
        var all = new LinkedHashSet<>(known);
        all.addAll(added);
        return List.copyOf(all);
    }

    private static String text(Map<?, ?> values, String key) {
        return values.get(key) == null ? null : String.valueOf(values.get(key));
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
