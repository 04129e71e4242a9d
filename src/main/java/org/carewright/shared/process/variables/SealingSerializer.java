package org.carewright.shared.process.variables;

import org.camunda.bpm.engine.impl.SingleQueryVariableValueCondition;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Stands in the place of one of the engine's serializers, under its name, and seals what that one would have written.
 * So types, formats and APIs stay the engine's own, and no type is left out.
 */
@SuppressWarnings({"rawtypes", "unchecked"})
class SealingSerializer implements TypedValueSerializer<TypedValue> {

    /** What people without the right see instead of the value. */
    static final String DOTS = "••••••";

    /** No ciphertext is equal to this, so a query by a sealed variable's value finds nothing. */
    private static final String MATCHES_NOTHING = "sealed";

    private final TypedValueSerializer plain;
    private final VariableCatalogue catalogue;
    private final VariableSealing sealing;
    private final ClinicOfVariable clinics;

    SealingSerializer(
            TypedValueSerializer<?> plain,
            VariableCatalogue catalogue,
            VariableSealing sealing,
            ClinicOfVariable clinics) {
        this.plain = plain;
        this.catalogue = catalogue;
        this.sealing = sealing;
        this.clinics = clinics;
    }

    @Override
    public void writeValue(TypedValue value, ValueFields fields) {
        if (value.isTransient() || catalogue.isOpen(fields.getName())) {
            if (sealing.isSealed(fields)) {
                fields.setTextValue2(null);
            }
            plain.writeValue(value, fields);
        } else if (fields instanceof SingleQueryVariableValueCondition) {
            fields.setTextValue(MATCHES_NOTHING);
        } else {
            var inMemory = new PlainFields(fields.getName());
            plain.writeValue(value, inMemory);
            sealing.seal(clinics.required(fields), inMemory, fields);
        }
    }

    @Override
    public TypedValue readValue(ValueFields fields, boolean deserialize, boolean isTransient) {
        if (!sealing.isSealed(fields)) {
            return plain.readValue(fields, deserialize, isTransient);
        }
        var clinicId = sealing.clinicOf(fields);
        return Readers.mayRead(clinicId)
                ? plain.readValue(sealing.open(clinicId, fields), deserialize, isTransient)
                : Variables.stringValue(DOTS, isTransient);
    }

    @Override
    public String getName() {
        return plain.getName();
    }

    @Override
    public ValueType getType() {
        return plain.getType();
    }

    @Override
    public boolean canHandle(TypedValue value) {
        return plain.canHandle(value);
    }

    @Override
    public TypedValue convertToTypedValue(UntypedValueImpl untyped) {
        return plain.convertToTypedValue(untyped);
    }

    @Override
    public String getSerializationDataformat() {
        return plain.getSerializationDataformat();
    }

    /** A value changed in place is not stored again: the engine would compare ciphertexts, which always differ. */
    @Override
    public boolean isMutableValue(TypedValue value) {
        return false;
    }
}
