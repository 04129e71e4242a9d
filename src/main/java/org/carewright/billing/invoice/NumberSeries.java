package org.carewright.billing.invoice;

import java.time.LocalDate;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers without gaps, per clinic, kind of document and year (BIL-2). The series stays locked until the transaction
 * ends: take the number last. What is rolled back gives its number back.
 */
@Component
public class NumberSeries {

    /** Kinds of documents with numbers of their own. */
    public enum Series {
        INVOICE("invoice", "INV"),
        CREDIT_NOTE("credit_note", "CN"),
        RECEIPT("receipt", "REC");

        private final String code;
        private final String letters;

        Series(String code, String letters) {
            this.code = code;
            this.letters = letters;
        }
    }

    private final NumberMapper numbers;
    private final ClinicScope clinic;

    NumberSeries(NumberMapper numbers, ClinicScope clinic) {
        this.numbers = numbers;
        this.clinic = clinic;
    }

    /** The next number, e.g. {@code INV-2026-00042}, after the clinic's prefix if it has one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(Series series, LocalDate on) {
        var taken = numbers.take(clinic.required(), series.code, on.getYear());
        var prefix = taken.prefix().isEmpty() ? "" : taken.prefix() + "-";
        return "%s%s-%d-%05d".formatted(prefix, series.letters, on.getYear(), taken.number());
    }
}
