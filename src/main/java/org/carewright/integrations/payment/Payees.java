package org.carewright.integrations.payment;

/** Who gets a patient's money, as shown on the way to a provider's page; implemented by the module that owns clinics. */
public interface Payees {

    /** The clinic in scope. */
    Payee current();

    /**
     * A clinic as patients know it.
     *
     * @param slug names its colours and its booking page
     */
    record Payee(String name, String slug, String address, String phone, String email) {}
}
