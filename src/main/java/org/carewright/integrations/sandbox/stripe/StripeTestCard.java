package org.carewright.integrations.sandbox.stripe;

import java.util.Arrays;
import java.util.Optional;

/** Stripe's own test cards and what they do. */
public enum StripeTestCard {
    PAYS("4242424242424242", "visa", null, null),
    PAYS_MASTERCARD("5555555555554444", "mastercard", null, null),
    DECLINED("4000000000000002", "visa", "card_declined", "generic_decline"),
    INSUFFICIENT_FUNDS("4000000000009995", "visa", "card_declined", "insufficient_funds"),
    EXPIRED("4000000000000069", "visa", "expired_card", "expired_card"),
    STOLEN("4000000000009979", "visa", "card_declined", "stolen_card"),
    PROCESSING_ERROR("4000000000000119", "visa", "processing_error", "processing_error"),
    /** Asks for 3-D Secure on a page; charges without the patient pass once it was saved. */
    AUTHENTICATES("4000002500003155", "visa", null, null),
    /** Asks for 3-D Secure at every payment, also without the patient. */
    ALWAYS_AUTHENTICATES("4000002760003184", "visa", null, null),
    /** Can be saved, and declines when it is charged. */
    SAVES_THEN_DECLINES("4000000000000341", "visa", "card_declined", "generic_decline"),
    /** Pays, and the payment is disputed at once. */
    DISPUTED("4000000000000259", "visa", null, null),
    /** Pays; a refund of it fails after it was taken. */
    REFUND_FAILS("4000000000005126", "visa", null, null);

    private final String number;
    private final String brand;
    private final String code;
    private final String declineCode;

    StripeTestCard(String number, String brand, String code, String declineCode) {
        this.number = number;
        this.brand = brand;
        this.code = code;
        this.declineCode = declineCode;
    }

    static Optional<StripeTestCard> ofNumber(String typed) {
        var digits = typed.replaceAll("\\D", "");
        return Arrays.stream(values())
                .filter(card -> card.number.equals(digits))
                .findFirst();
    }

    String number() {
        return number;
    }

    /** In groups of four, as on a card. */
    public String printed() {
        return number.replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }

    String brand() {
        return brand;
    }

    String last4() {
        return number.substring(number.length() - 4);
    }

    String code() {
        return code;
    }

    String declineCode() {
        return declineCode;
    }

    boolean declinesPayment() {
        return code != null;
    }

    boolean declinesSaving() {
        return code != null && this != SAVES_THEN_DECLINES;
    }

    boolean authenticatesOnPage() {
        return this == AUTHENTICATES || this == ALWAYS_AUTHENTICATES;
    }
}
