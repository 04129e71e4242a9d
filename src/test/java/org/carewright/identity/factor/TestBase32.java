package org.carewright.identity.factor;

import java.io.ByteArrayOutputStream;

/** What an authenticator app does with the key that is typed into it. */
final class TestBase32 {

    private TestBase32() {}

    static byte[] decode(String text) {
        var bytes = new ByteArrayOutputStream();
        var buffer = 0;
        var held = 0;
        for (var letter : text.replace(" ", "").toCharArray()) {
            buffer = (buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)) & 0xffff;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes.write(buffer >> held & 0xff);
            }
        }
        return bytes.toByteArray();
    }
}
