package org.carewright.billing.paper;

import java.util.UUID;

/** Where at the portal what papers and mails speak of is found. */
public final class PaperAddresses {

    private PaperAddresses() {}

    /** The page of an invoice at the portal, where it can be paid: a path. */
    public static String atPortal(UUID invoiceId) {
        return "/portal/invoices/" + invoiceId;
    }
}
