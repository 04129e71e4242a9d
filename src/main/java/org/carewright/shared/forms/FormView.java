package org.carewright.shared.forms;

import java.util.List;

/**
 * A form as it stands on a page: what {@code fragments/form.html} shows.
 *
 * @param summary the errors in the form's order, for the list above it
 * @param conditional whether something in the form appears or disappears with what is filled in
 */
public record FormView(List<Item> items, List<Wrong> summary, boolean conditional) {

    /**
     * One component.
     *
     * @param kind the input's kind, or {@code group}, {@code rows}, {@code row}, {@code text}, {@code image},
     *     {@code separator}, {@code spacer}
     * @param id the HTML id, which error links point to
     * @param name the parameter's name
     * @param value what stands in the input
     * @param error what is wrong, or null
     * @param hidden whether its condition hides it with the values at hand
     */
    public record Item(
            String kind,
            String id,
            String name,
            FieldText text,
            Input input,
            List<Choice> choices,
            String value,
            Wrong error,
            boolean hidden,
            boolean editable,
            List<Item> children) {

        /** The ids of what describes the input, or null when nothing does. */
        public String describedBy() {
            var hint = text.description().isEmpty() ? "" : id + "-hint";
            var ids = (error == null ? hint : id + "-error " + hint).strip();
            return ids.isEmpty() ? null : ids;
        }
    }

    /** How an input behaves in the browser; null where HTML should say nothing. */
    public record Input(
            String type,
            String mode,
            String autocomplete,
            boolean required,
            Integer maxLength,
            String min,
            String max,
            String step) {}

    /** An option, and whether it is chosen. */
    public record Choice(String label, String value, boolean chosen) {}

    /** An error of the field with that HTML id; {@code label} names the field. */
    public record Wrong(String id, String label, String code, List<Object> arguments) {

        /** The arguments as a message format takes them. */
        public Object[] argumentArray() {
            return arguments.toArray();
        }
    }
}
