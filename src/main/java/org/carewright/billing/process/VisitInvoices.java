package org.carewright.billing.process;

import java.util.List;
import java.util.UUID;
import org.carewright.billing.invoice.InvoiceDraft;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.Invoices;
import org.carewright.scheduling.AppointmentCompleted;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Drafts the invoice of a visit when it is completed, in the same transaction; visits without a price get none. */
@Component
class VisitInvoices {

    private final Invoices invoices;
    private final InvoiceRuns runs;
    private final CatalogueService services;
    private final ObjectProvider<VisitCover> covers;

    VisitInvoices(Invoices invoices, InvoiceRuns runs, CatalogueService services, ObjectProvider<VisitCover> covers) {
        this.invoices = invoices;
        this.runs = runs;
        this.services = services;
        this.covers = covers;
    }

    /** Also of a service that isn't offered any more since the visit was booked. */
    private String name(UUID serviceId) {
        return services.names().get(serviceId);
    }

    @EventListener
    @Order(0)
    @Transactional(propagation = Propagation.MANDATORY)
    void draft(AppointmentCompleted visit) {
        if (visit.price().minor() == 0 || covers.orderedStream().anyMatch(cover -> cover.covers(visit))) {
            return;
        }
        runs.begin(invoices.draft(InvoiceDraft.of(
                visit.patientId(),
                new InvoiceSource(InvoiceSource.Kind.APPOINTMENT, visit.appointmentId()),
                visit.price().currency(),
                List.of(InvoiceDraft.Line.one(
                        visit.serviceId(),
                        name(visit.serviceId()),
                        visit.price().minor())))));
    }
}
