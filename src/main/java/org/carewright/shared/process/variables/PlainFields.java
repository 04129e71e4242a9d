package org.carewright.shared.process.variables;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFieldsImpl;

/** The five columns in which an engine serializer keeps a value, in memory only, and their form as one run of bytes. */
class PlainFields extends ValueFieldsImpl {

    private static final int ABSENT = -1;

    private final String name;

    PlainFields(String name) {
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, utf8(getTextValue()));
            write(out, utf8(getTextValue2()));
            write(out, getLongValue() == null ? null : utf8(getLongValue().toString()));
            write(out, getDoubleValue() == null ? null : utf8(getDoubleValue().toString()));
            write(out, getByteArrayValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static PlainFields of(String name, byte[] bytes) {
        var fields = new PlainFields(name);
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            fields.setTextValue(text(read(in)));
            fields.setTextValue2(text(read(in)));
            var number = text(read(in));
            fields.setLongValue(number == null ? null : Long.valueOf(number));
            var fraction = text(read(in));
            fields.setDoubleValue(fraction == null ? null : Double.valueOf(fraction));
            fields.setByteArrayValue(read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }

    private static void write(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part == null ? ABSENT : part.length);
        if (part != null) {
            out.write(part);
        }
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == ABSENT ? null : in.readNBytes(length);
    }

    private static byte[] utf8(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
