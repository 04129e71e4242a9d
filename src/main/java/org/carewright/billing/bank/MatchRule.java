package org.carewright.billing.bank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.carewright.integrations.bank.NamedReference;
import org.carewright.shared.money.Money;

/**
 * Which payment a credit is about, when that is certain: the amount is the same, and the bank names the link's
 * reference, else the UTR, else the number of the one open invoice that waits for that amount. What could be two
 * payments is none; each payment is taken once.
 */
final class MatchRule {

    /** A shorter reference stands in any text by accident. */
    private static final int SHORTEST = 6;

    private final List<Expected> left;
    private final Set<UUID> paidInvoices = new HashSet<>();

    MatchRule(List<Expected> expected) {
        this.left = new ArrayList<>(expected);
    }

    /** The payment, which isn't given again. @param reference the bank's, null for none */
    Optional<Expected> take(Money amount, String reference, String text) {
        var found = named(amount, each -> isNamed(each.linkReference(), reference, text))
                .or(() -> named(amount, each -> isNamed(each.utr(), reference, text)))
                .or(() -> named(
                        amount,
                        each -> !each.booked()
                                && each.open()
                                && !paidInvoices.contains(each.invoiceId())
                                && isNamed(each.invoiceNumber(), reference, text)));
        found.ifPresent(each -> {
            left.remove(each);
            if (each.invoiceId() != null) {
                paidInvoices.add(each.invoiceId());
            }
        });
        return found;
    }

    private Optional<Expected> named(Money amount, Predicate<Expected> isNamed) {
        var found = left.stream()
                .filter(each -> each.amount().equals(amount))
                .filter(isNamed)
                .toList();
        // Several attempts to pay one invoice are one debt: the newest, which comes last, is as good as any.
        var oneInvoice = found.stream().map(Expected::invoiceId).distinct().count() == 1;
        return oneInvoice ? Optional.of(found.get(found.size() - 1)) : Optional.empty();
    }

    private static boolean isNamed(String wanted, String reference, String text) {
        return wanted != null
                && wanted.length() >= SHORTEST
                && (NamedReference.isSame(reference, wanted) || NamedReference.isIn(text, wanted));
    }
}
