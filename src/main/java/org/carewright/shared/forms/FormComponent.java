package org.carewright.shared.forms;

import java.util.List;

/** One thing in a form, in the order in which it is shown. */
public sealed interface FormComponent {

    /** The component's id in the form file; unique in the form. */
    String id();

    /** FEEL that hides the component when it is true, without the leading {@code =}; null when it is always shown. */
    String hide();

    /**
     * Something to fill in.
     *
     * @param key under which the value is submitted
     * @param options what may be chosen; empty for kinds without a choice and when the options come from data
     * @param optionsKey key of the data that holds the options, or null
     * @param optionsExpression FEEL that yields the options, or null
     * @param defaultValue taken when the submission doesn't name the key, or null
     * @param editable false for disabled and read-only fields, whose submitted values are ignored
     */
    record Field(
            String id,
            String hide,
            FieldKind kind,
            String key,
            FieldText text,
            FieldRules rules,
            List<FieldOption> options,
            String optionsKey,
            String optionsExpression,
            Object defaultValue,
            boolean editable)
            implements FormComponent {

        /** Whether the options are known only with data. */
        public boolean dynamicOptions() {
            return optionsKey != null || optionsExpression != null;
        }
    }

    /**
     * Components that belong together.
     *
     * @param path under which their values are nested, or empty when they aren't
     */
    record Group(String id, String hide, String path, String label, List<FormComponent> components)
            implements FormComponent {}

    /**
     * Rows of the same components.
     *
     * @param path under which the list of rows is submitted
     * @param defaultRows how many rows an empty form shows
     * @param extendable whether rows may be added and removed
     */
    record Rows(
            String id,
            String hide,
            String path,
            String label,
            int defaultRows,
            boolean extendable,
            List<FormComponent> components)
            implements FormComponent {}

    /** A value that the server computes from the others. */
    record Computed(String id, String hide, String key, String expression) implements FormComponent {}

    /**
     * Something to read only.
     *
     * @param kind {@code text}, {@code image}, {@code separator} or {@code spacer}
     * @param text the text, or the image's alternative text
     * @param source the image's address, or empty
     */
    record Content(String id, String hide, String kind, String text, String source) implements FormComponent {}
}
