package org.carewright.documents;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import org.carewright.patients.record.PatientRecord;

/** A name as it is written in its own script: Chinese and Japanese names begin with the family's, without a space. */
public final class PrintedName {

    private static final Set<UnicodeScript> FAMILY_FIRST =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private PrintedName() {}

    public static String of(PatientRecord patient) {
        var given = patient.content().givenName();
        var family = patient.content().familyName();
        if (isFamilyFirst(given) && isFamilyFirst(family)) {
            // Names in kana alone need the space to be read.
            return containsHan(family) && containsHan(given) ? family + given : family + " " + given;
        }
        return patient.fullName();
    }

    private static boolean isFamilyFirst(String name) {
        return name.codePoints()
                .allMatch(letter -> FAMILY_FIRST.contains(UnicodeScript.of(letter)) || letter == 'ー' || letter == '々');
    }

    private static boolean containsHan(String name) {
        return name.codePoints().anyMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.HAN);
    }
}
