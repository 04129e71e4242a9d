package org.carewright.shared.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carewright.shared.forms.FormView.Choice;
import org.carewright.shared.forms.FormView.Input;
import org.carewright.shared.forms.FormView.Item;
import org.carewright.shared.forms.FormView.Wrong;

/** Builds one {@link FormView}. */
final class FormViewBuilder {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final FieldText NO_TEXT = new FieldText("", "", "", "");
    private static final Input NO_INPUT = new Input("", null, null, false, null, null, null, null);
    /** What browsers and password managers know of the person, by the keys our forms use (WCAG 2.2, 1.3.5). */
    private static final Map<String, String> AUTOCOMPLETE = Map.of(
            "givenName", "given-name",
            "familyName", "family-name",
            "name", "name",
            "email", "email",
            "phone", "tel",
            "street", "street-address",
            "city", "address-level2",
            "postalCode", "postal-code",
            "country", "country",
            "birthDate", "bday");

    private final FormDefinition form;
    private final Map<String, Object> values;
    private final List<FieldError> errors;
    private final FormTexts texts;
    private final Set<String> hidden;
    private final List<Wrong> summary = new ArrayList<>();
    private boolean conditional;

    FormViewBuilder(FormDefinition form, Map<String, Object> values, List<FieldError> errors, FormTexts texts) {
        this.form = form;
        this.values = values;
        this.errors = errors;
        this.texts = texts;
        this.hidden = new FormChecker(form, Map.of()).hidden(values);
    }

    FormView build() {
        var items = items(form.components(), "", values);
        errors.stream()
                .filter(error -> "unknown".equals(error.code()) || "rows".equals(error.code()))
                .forEach(error -> summary.add(new Wrong(null, null, error.code(), error.arguments())));
        return new FormView(items, List.copyOf(summary), conditional);
    }

    private List<Item> items(List<FormComponent> components, String prefix, Map<?, ?> at) {
        var items = new ArrayList<Item>();
        for (var component : components) {
            conditional |= component.hide() != null;
            if (component instanceof FormComponent.Field field) {
                items.add(field(field, prefix, at));
            } else if (component instanceof FormComponent.Group group) {
                items.add(group(group, prefix, at));
            } else if (component instanceof FormComponent.Rows rows) {
                items.add(rows(rows, prefix, at));
            } else if (component instanceof FormComponent.Content content) {
                items.add(container(
                        content,
                        content.kind(),
                        prefix,
                        plain(texts.label(content, content.text())),
                        List.of(),
                        content.source()));
            }
        }
        return items;
    }

    private Item field(FormComponent.Field field, String prefix, Map<?, ?> at) {
        var given = at.containsKey(field.key()) ? at.get(field.key()) : field.defaultValue();
        var id = "f-" + (prefix + field.key()).replaceAll("[^A-Za-z0-9]+", "-");
        var written = texts.field(field);
        var words = new FieldText(
                filled(written.label()),
                filled(written.description()),
                filled(written.prefix()),
                filled(written.suffix()));
        var wrong = errors.stream()
                .filter(error -> error.key().equals(prefix + field.key()) && !"unknown".equals(error.code()))
                .findFirst()
                .map(error -> new Wrong(id, words.label(), error.code(), error.arguments()));
        wrong.ifPresent(summary::add);
        return new Item(
                field.kind().name().toLowerCase(Locale.ROOT),
                id,
                FormParameters.PREFIX + prefix + field.key(),
                words,
                input(field),
                choices(field, given),
                text(field, given),
                wrong.orElse(null),
                isHidden(field, prefix),
                field.editable(),
                List.of());
    }

    private Item group(FormComponent.Group group, String prefix, Map<?, ?> at) {
        var inner = group.path().isEmpty()
                ? items(group.components(), prefix, at)
                : items(group.components(), prefix + group.path() + ".", map(at.get(group.path())));
        return container(group, "group", prefix, label(texts.label(group, group.label())), inner, "");
    }

    private Item rows(FormComponent.Rows rows, String prefix, Map<?, ?> at) {
        var given = at.get(rows.path()) instanceof List<?> list ? list : List.of();
        // Without JavaScript there is no other way to add a row than an empty one at the end.
        var count = Math.max(rows.defaultRows(), given.size() + (rows.extendable() ? 1 : 0));
        var items = new ArrayList<Item>();
        for (var i = 0; i < count; i++) {
            var row = i < given.size() ? map(given.get(i)) : Map.of();
            var inner = items(rows.components(), prefix + rows.path() + "[" + i + "].", row);
            items.add(container(rows, "row", prefix, label(String.valueOf(i + 1)), inner, ""));
        }
        return container(rows, "rows", prefix, label(texts.label(rows, rows.label())), items, "");
    }

    private Item container(
            FormComponent component, String kind, String prefix, FieldText text, List<Item> children, String value) {
        return new Item(
                kind, "", "", text, NO_INPUT, List.of(), value, null, isHidden(component, prefix), true, children);
    }

    private boolean isHidden(FormComponent component, String prefix) {
        return hidden.contains(FormChecker.place(prefix, component));
    }

    private static Input input(FormComponent.Field field) {
        var rules = field.rules();
        var type =
                switch (field.kind()) {
                    case DATE -> "date";
                    case TIME -> "time";
                    case DATETIME -> "datetime-local";
                    default -> "email".equals(rules.type()) ? "email" : isPhone(field) ? "tel" : "text";
                };
        var number = field.kind() == FieldKind.NUMBER;
        var whole = rules.decimals() != null && rules.decimals() == 0;
        return new Input(
                type,
                number ? whole ? "numeric" : "decimal" : null,
                AUTOCOMPLETE.get(field.key()),
                rules.required(),
                number || field.kind().temporal() ? null : (Integer) rules.maxLength(),
                rules.min() == null ? null : rules.min().toPlainString(),
                rules.max() == null ? null : rules.max().toPlainString(),
                null);
    }

    private static boolean isPhone(FormComponent.Field field) {
        return "phone".equals(field.rules().type()) || "phone".equals(field.key());
    }

    private List<Choice> choices(FormComponent.Field field, Object given) {
        var options = field.dynamicOptions() ? FormOptions.of(field, values) : field.options();
        var chosen = given instanceof Collection<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(given));
        return options.stream()
                .map(option -> new Choice(
                        filled(texts.option(field, option)),
                        String.valueOf(option.value()),
                        chosen.contains(String.valueOf(option.value()))))
                .toList();
    }

    private static String text(FormComponent.Field field, Object given) {
        if (field.kind() == FieldKind.CHECKBOX) {
            var last = given instanceof List<?> list && !list.isEmpty() ? list.get(list.size() - 1) : given;
            return String.valueOf(Boolean.TRUE.equals(last) || "true".equals(last) || "on".equals(last));
        }
        return given == null || given instanceof Collection<?> || given instanceof Map<?, ?> ? "" : given.toString();
    }

    /** Labels may be FEEL, or texts with FEEL between double braces. */
    private String filled(String text) {
        if (text.startsWith("=")) {
            return evaluated(text.substring(1));
        }
        return TEMPLATE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(evaluated(match.group(1))));
    }

    private String evaluated(String expression) {
        return FormChecker.Feel.ENGINE
                .evaluate(expression.strip(), values)
                .map(String::valueOf)
                .orElse("");
    }

    private FieldText label(String text) {
        return new FieldText(filled(text), "", "", "");
    }

    /** Texts are Markdown in form-js; a page shows them as paragraphs without marks. */
    private FieldText plain(String markdown) {
        return markdown.isEmpty() ? NO_TEXT : label(markdown.replaceAll("(?m)^#{1,6}\\s+|[*_`]{1,3}", ""));
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
