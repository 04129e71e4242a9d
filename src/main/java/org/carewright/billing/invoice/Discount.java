package org.carewright.billing.invoice;

/** Off a whole invoice, after the lines' own discounts. */
public sealed interface Discount {

    Discount NONE = new Amount(0);

    /** @param ppm millionths: 10 % is 100000; the amount is rounded half up */
    record Percent(int ppm) implements Discount {}

    /** @param minor minor currency units; never more than there is to pay */
    record Amount(long minor) implements Discount {}
}
