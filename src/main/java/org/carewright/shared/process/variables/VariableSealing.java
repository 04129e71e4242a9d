package org.carewright.shared.process.variables;

import java.util.Base64;
import java.util.UUID;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.carewright.shared.sealing.Sealing;
import org.springframework.stereotype.Component;

/**
 * The form of a sealed variable in the engine's tables: {@code TEXT2_} says in clear that it is sealed and with which
 * clinic's key, the ciphertext is in {@code TEXT_} (base64) or, when longer than that column, in the byte array. The
 * ciphertext opens only under the variable's own name.
 */
@Component
class VariableSealing {

    private static final String MARK = "sealed:1:";

    /** The column's width in characters. */
    private static final int LONGEST_TEXT = 4000;

    private final Sealing sealing;

    VariableSealing(Sealing sealing) {
        this.sealing = sealing;
    }

    boolean isSealed(ValueFields stored) {
        return stored.getTextValue2() != null && stored.getTextValue2().startsWith(MARK);
    }

    /** @throws IllegalArgumentException when the mark is not one of ours, e.g. a file's type that looks like it */
    UUID clinicOf(ValueFields stored) {
        return UUID.fromString(stored.getTextValue2().substring(MARK.length()));
    }

    void seal(UUID clinicId, PlainFields plain, ValueFields stored) {
        var sealed = sealing.seal(clinicId, label(plain.getName()), plain.toBytes());
        var text = Base64.getEncoder().encodeToString(sealed);
        var fits = text.length() <= LONGEST_TEXT;
        stored.setTextValue(fits ? text : null);
        stored.setTextValue2(MARK + clinicId);
        stored.setLongValue(null);
        stored.setDoubleValue(null);
        if (!fits) {
            stored.setByteArrayValue(sealed);
        }
    }

    PlainFields open(UUID clinicId, ValueFields stored) {
        var sealed = stored.getTextValue() != null
                ? Base64.getDecoder().decode(stored.getTextValue())
                : stored.getByteArrayValue();
        return PlainFields.of(stored.getName(), sealing.open(clinicId, label(stored.getName()), sealed));
    }

    private static String label(String variable) {
        return "process-variable:" + variable;
    }
}
