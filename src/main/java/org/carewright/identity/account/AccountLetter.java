package org.carewright.identity.account;

/**
 * What to write to somebody about their account, with its secret; made when it is sent and never kept.
 *
 * @param purpose the words' key, e.g. {@code reset-password}
 * @param address an e-mail address, or a phone number (E.164) when {@code bySms}
 * @param language a language tag
 * @param url where it leads, null for none
 * @param code what to type in, null for none
 * @param validFor how long link or code work, in minutes
 */
public record AccountLetter(
        String purpose,
        boolean bySms,
        String address,
        String name,
        String language,
        String url,
        String code,
        long validFor) {}
