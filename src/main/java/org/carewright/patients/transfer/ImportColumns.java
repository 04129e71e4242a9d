package org.carewright.patients.transfer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which of our fields a file's headings mean. Headings are compared without case, accents and punctuation. */
final class ImportColumns {

    static final String GIVEN_NAME = "givenName";
    static final String FAMILY_NAME = "familyName";
    static final String DATE_OF_BIRTH = "dateOfBirth";
    static final String EMAIL = "email";
    static final String PHONE = "phone";
    static final String PREFERRED_CHANNEL = "preferredChannel";
    static final String LANGUAGE = "language";
    static final String ADDRESS = "address";
    static final String CONTACT_NAME = "contactName";
    static final String CONTACT_RELATION = "contactRelation";
    static final String CONTACT_PHONE = "contactPhone";
    static final String MEDICAL_HISTORY = "medicalHistory";
    static final String ALLERGIES = "allergies";
    static final String MEDICATIONS = "medications";
    static final String PAYER = "payer";
    static final String POLICY_NUMBER = "policyNumber";
    static final String GROUP_NUMBER = "groupNumber";
    static final String VALID_UNTIL = "validUntil";

    /** In the order in which an export writes them. */
    static final List<String> ALL = List.of(
            GIVEN_NAME,
            FAMILY_NAME,
            DATE_OF_BIRTH,
            EMAIL,
            PHONE,
            PREFERRED_CHANNEL,
            LANGUAGE,
            ADDRESS,
            CONTACT_NAME,
            CONTACT_RELATION,
            CONTACT_PHONE,
            MEDICAL_HISTORY,
            ALLERGIES,
            MEDICATIONS,
            PAYER,
            POLICY_NUMBER,
            GROUP_NUMBER,
            VALID_UNTIL);

    private static final Map<String, String> MORE = Map.ofEntries(
            Map.entry("firstname", GIVEN_NAME),
            Map.entry("forename", GIVEN_NAME),
            Map.entry("vorname", GIVEN_NAME),
            Map.entry("lastname", FAMILY_NAME),
            Map.entry("surname", FAMILY_NAME),
            Map.entry("nachname", FAMILY_NAME),
            Map.entry("dob", DATE_OF_BIRTH),
            Map.entry("birthdate", DATE_OF_BIRTH),
            Map.entry("birthday", DATE_OF_BIRTH),
            Map.entry("geburtsdatum", DATE_OF_BIRTH),
            Map.entry("emailaddress", EMAIL),
            Map.entry("contactemail", EMAIL),
            Map.entry("mail", EMAIL),
            Map.entry("phonenumber", PHONE),
            Map.entry("mobile", PHONE),
            Map.entry("telephone", PHONE),
            Map.entry("telefon", PHONE),
            Map.entry("reminders", PREFERRED_CHANNEL),
            Map.entry("preferredlanguage", LANGUAGE),
            Map.entry("emergencycontact", CONTACT_NAME),
            Map.entry("emergencycontactname", CONTACT_NAME),
            Map.entry("emergencycontactrelation", CONTACT_RELATION),
            Map.entry("emergencycontactphone", CONTACT_PHONE),
            Map.entry("emergencyphone", CONTACT_PHONE),
            Map.entry("history", MEDICAL_HISTORY),
            Map.entry("currentmedications", MEDICATIONS),
            Map.entry("insurer", PAYER),
            Map.entry("insurance", PAYER),
            Map.entry("insuranceprovider", PAYER),
            Map.entry("insurancepolicynumber", POLICY_NUMBER),
            Map.entry("insurancevaliduntil", VALID_UNTIL));

    private ImportColumns() {}

    /** The field for each heading, "" for one that isn't known or came before. */
    static List<String> of(List<String> headings) {
        var seen = new HashSet<String>();
        var fields = new ArrayList<String>();
        for (var heading : headings) {
            var field = field(plain(heading));
            fields.add(!field.isEmpty() && seen.add(field) ? field : "");
        }
        return fields;
    }

    private static String field(String plain) {
        for (var field : ALL) {
            if (plain.equals(field.toLowerCase(Locale.ROOT))) {
                return field;
            }
        }
        return MORE.getOrDefault(plain, "");
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
