package org.carewright.audit;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the log of the clinic in scope (HIP-3). */
@Service
public class AuditTrail {

    private static final int EXPORT_PAGE = 1000;

    private final AuditMapper events;
    private final FormerRecords formerRecords;
    private final TransactionTemplate eachPage;

    AuditTrail(AuditMapper events, FormerRecords formerRecords, PlatformTransactionManager transactions) {
        this.events = events;
        this.formerRecords = formerRecords;
        this.eachPage = new TransactionTemplate(transactions);
        this.eachPage.setReadOnly(true);
    }

    /**
     * Events newest first. Those of a patient are also those of the records that were merged into that patient's.
     *
     * @param before the last one of the page before, null for the first page
     */
    @Transactional(readOnly = true)
    public List<AuditEvent> page(AuditFilter filter, AuditEvent before, int count) {
        return events.page(filter, recordsOf(filter.patientId()), before, count);
    }

    /**
     * Gives all events newest first, page by page, so that memory doesn't grow with the log and no connection waits for
     * a slow reader.
     */
    public void forEach(AuditFilter filter, Consumer<AuditEvent> reader) {
        AuditEvent last = null;
        while (true) {
            var before = last;
            var page = eachPage.execute(status -> page(filter, before, EXPORT_PAGE));
            page.forEach(reader);
            if (page.size() < EXPORT_PAGE) {
                return;
            }
            last = page.get(page.size() - 1);
        }
    }

    /** The record and those merged into it; empty when no patient is wanted. */
    private List<UUID> recordsOf(UUID patientId) {
        return patientId == null
                ? List.of()
                : Stream.concat(Stream.of(patientId), formerRecords.mergedInto(patientId).stream())
                        .toList();
    }
}
