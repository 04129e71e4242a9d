package org.carewright.integrations.upi;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.carewright.shared.money.Money;
import org.carewright.shared.web.QrCode;

/**
 * A UPI payment request after NPCI's linking specification: payee, amount and reference are fixed, any UPI app pays it.
 * It proves nothing: whoever has it can pay it, not pay it, or pay it twice.
 *
 * @param payee who gets the money
 * @param amount above 0, in rupees
 * @param reference ours, letters and digits, at most 35, without anything personal ({@link #reference(UUID)})
 * @param note what the payer reads and the bank's statement may show, e.g. the invoice number; nothing personal
 */
public record UpiLink(UpiPayee payee, Money amount, String reference, String note) {

    private static final String RUPEES = "INR";
    /** Highest amount of one UPI payment to a hospital (NPCI): ₹5,00,000. */
    private static final long MOST_MINOR = 50_000_000;

    private static final int LONGEST_REFERENCE = 35;
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_NOTE = 50;

    /** @throws IllegalArgumentException when UPI could not carry it */
    public UpiLink {
        if (!isPayable(amount)) {
            throw new IllegalArgumentException("UPI pays 0.01 to 5,00,000 rupees");
        }
        if (!reference.matches("[A-Za-z0-9]{1," + LONGEST_REFERENCE + "}")) {
            throw new IllegalArgumentException("A UPI reference has 1 to 35 letters and digits");
        }
    }

    /** Whether UPI can carry that amount. */
    public static boolean isPayable(Money amount) {
        return RUPEES.equals(amount.currency().getCurrencyCode()) && amount.minor() > 0 && amount.minor() <= MOST_MINOR;
    }

    /** The reference of one of our payments. */
    public static String reference(UUID paymentId) {
        return paymentId.toString().replace("-", "");
    }

    /** The link, as text and in the QR code the same. */
    public String text() {
        return "upi://pay?pa=" + address(payee.address())
                + "&pn=" + encoded(plain(payee.name(), LONGEST_NAME))
                + "&tr=" + reference
                + "&tn=" + encoded(plain(note, LONGEST_NOTE))
                + "&am="
                + BigDecimal.valueOf(amount.minor(), amount.currency().getDefaultFractionDigits())
                        .toPlainString()
                + "&cu=" + RUPEES;
    }

    /** The link for an {@code href}; opens an app on a phone and nothing on a desk. */
    public URI uri() {
        return URI.create(text());
    }

    /** The code for screens, server-made: an address for {@code <img src>}. */
    public String qrDataUri() {
        return QrCode.dataUri(text());
    }

    /** The code as an SVG document without a size of its own. */
    public String qrSvg() {
        return QrCode.svg(text());
    }

    /** The code's modules row by row, 1 for dark, for PDFs; leave four modules free on each side. */
    public byte[][] qrModules() {
        return QrCode.modules(text());
    }

    /** Characters that apps stumble over are left out, and what remains is cut between characters. */
    private static String plain(String text, int longest) {
        var clean = text.replaceAll("[^\\p{L}\\p{M}\\p{N} ./-]", " ").strip().replaceAll("\\s+", " ");
        var length = clean.codePointCount(0, clean.length());
        return length <= longest
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, longest)).strip();
    }

    /** The at sign stays: several apps don't decode it in {@code pa}. */
    private static String address(String vpa) {
        return encoded(vpa).replace("%40", "@");
    }

    /** Percent-encoded UTF-8; a space is %20, as some apps show a plus as it is. */
    private static String encoded(String text) {
        var out = new StringBuilder();
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append("%02X".formatted((int) c));
            }
        }
        return out.toString();
    }
}
