package org.carewright.scheduling.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** A browser's form fields as the values a form is checked with. */
final class FormValues {

    private static final String CSRF = "_csrf";

    private FormValues() {}

    /** Several fields of one name become a list; the CSRF token is none of the form's. */
    static Map<String, Object> of(MultiValueMap<String, String> typed) {
        Map<String, Object> values = new LinkedHashMap<>();
        typed.forEach((key, list) -> {
            if (!CSRF.equals(key)) {
                values.put(key, list.size() == 1 ? list.get(0) : List.copyOf(list));
            }
        });
        return values;
    }
}
