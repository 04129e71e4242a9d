package org.carewright.documents.consent;

/**
 * Whether a signed consent is as it was when it was signed.
 *
 * @param file the PDF opens and its hash is the one that was kept
 * @param words the published words are those that were signed
 * @param logged the audit log holds the same hash, so that file and hash weren't changed together
 */
public record ConsentVerification(boolean file, boolean words, boolean logged) {

    public boolean sound() {
        return file && words && logged;
    }
}
