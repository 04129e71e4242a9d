package org.carewright.billing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.invoice.CreditNote;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceHistory;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.refund.Refund;
import org.carewright.billing.refund.Refunds;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.web.RecordHead;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands on the page of an invoice. */
@Component
class InvoicePage {

    private final PatientRecords records;
    private final InvoiceHistory history;
    private final Payments payments;
    private final Refunds refunds;
    private final InvoiceGate gate;
    private final ClinicService clinics;

    InvoicePage(
            PatientRecords records,
            InvoiceHistory history,
            Payments payments,
            Refunds refunds,
            InvoiceGate gate,
            ClinicService clinics) {
        this.records = records;
        this.history = history;
        this.payments = payments;
        this.refunds = refunds;
        this.gate = gate;
        this.clinics = clinics;
    }

    /**
     * @param refundableMinor what may still be asked back
     * @param reversible whether the booking may be taken back as a mistake
     */
    record Paid(Payment payment, List<Refund> refunds, long refundableMinor, boolean reversible) {}

    private record Shown(
            PatientRecord patient,
            List<Paid> payments,
            List<CreditNote> creditNotes,
            List<InvoiceHistory.Happening> history) {}

    String show(StaffPrincipal person, Invoice invoice, Model model) {
        if (gate.isClosed(person, invoice.patientId())) {
            return RecordHead.emergencyAccess(invoice.patientId());
        }
        var shown = gate.read(
                person,
                invoice.patientId(),
                () -> new Shown(
                        records.get(invoice.patientId()),
                        paid(invoice),
                        history.creditNotes(invoice.id()),
                        history.of(invoice.id())));
        model.addAttribute("invoice", invoice);
        model.addAttribute("patient", shown.patient());
        model.addAttribute("payments", shown.payments());
        model.addAttribute("creditNotes", shown.creditNotes());
        model.addAttribute("history", shown.history());
        model.addAttribute("creditableMinor", invoice.totalMinor() - invoice.creditedMinor());
        model.addAttribute("untouched", invoice.outstandingMinor() == invoice.totalMinor());
        model.addAttribute("zone", clinics.current().timeZone());
        keep(model, "errors", Map.of());
        keep(model, "typed", Map.of());
        return "billing/invoice";
    }

    private static void keep(Model model, String name, Object otherwise) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, otherwise);
        }
    }

    private List<Paid> paid(Invoice invoice) {
        var asked = new LinkedHashMap<UUID, List<Refund>>();
        refunds.ofInvoice(invoice.id())
                .forEach(refund -> asked.computeIfAbsent(refund.paymentId(), id -> new java.util.ArrayList<>())
                        .add(refund));
        var plain = invoice.creditedMinor() == 0 && invoice.source().kind() != InvoiceSource.Kind.DEPOSIT;
        return payments.ofInvoice(invoice.id()).stream()
                .map(payment -> {
                    var own = asked.getOrDefault(payment.id(), List.of());
                    var left = refundable(payment, own);
                    var reversible = plain && left == payment.amount().minor() && Payments.isOnOurWord(payment);
                    return new Paid(payment, own, left, reversible);
                })
                .toList();
    }

    private static long refundable(Payment payment, List<Refund> asked) {
        if (payment.status() != PaymentStatus.SUCCEEDED) {
            return 0;
        }
        return payment.amount().minor()
                - asked.stream()
                        .filter(refund -> refund.status().counts())
                        .mapToLong(refund -> refund.amount().minor())
                        .sum();
    }
}
