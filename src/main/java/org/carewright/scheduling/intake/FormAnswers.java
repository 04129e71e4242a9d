package org.carewright.scheduling.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** What was typed into a booking form, as text to be sealed. */
public final class FormAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormAnswers() {}

    public static String toJson(Map<String, Object> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form's values could not be written", e);
        }
    }

    public static Map<String, Object> fromJson(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form's values could not be read", e);
        }
    }
}
