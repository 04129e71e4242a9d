package org.carewright.billing.invoice;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a draft would come to; nothing is kept. */
@Service
public class InvoicePreview {

    private final InvoiceCheck check;

    InvoicePreview(InvoiceCheck check) {
        this.check = check;
    }

    /** @throws org.carewright.shared.forms.InvalidFormException as {@link Invoices#draft} */
    @Transactional(readOnly = true)
    public InvoiceSums of(InvoiceDraft draft) {
        return check.check(draft).sums();
    }
}
