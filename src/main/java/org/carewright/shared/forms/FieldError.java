package org.carewright.shared.forms;

import java.util.List;

/**
 * What is wrong with one field of a submission.
 *
 * @param key the field's key as in the form
 * @param code stable: {@code required}, {@code too_long}, {@code pattern}, {@code not_an_option}, {@code unknown}, …
 * @param arguments values for the message {@code form.error.<code>}, never what the person typed
 */
public record FieldError(String key, String code, List<Object> arguments) {}
