package org.carewright.shared.forms;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What a field's value has to obey.
 *
 * @param min smallest number, or null
 * @param max largest number, or null
 * @param maxLength in characters; {@value #DEFAULT_MAX_LENGTH} when the form names none, as much as an engine variable
 *     holds
 * @param pattern that must be found in the text, or null
 * @param type {@code email}, {@code phone} or empty
 * @param decimals how many decimal places a number may have, or null for any
 * @param asText whether a number is handed on as text
 */
public record FieldRules(
        boolean required,
        BigDecimal min,
        BigDecimal max,
        int minLength,
        int maxLength,
        Pattern pattern,
        String type,
        Integer decimals,
        boolean asText) {

    static final int DEFAULT_MAX_LENGTH = 4000;
}
