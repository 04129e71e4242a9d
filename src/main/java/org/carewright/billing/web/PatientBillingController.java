package org.carewright.billing.web;

import java.util.List;
import java.util.UUID;
import org.carewright.audit.access.RecordDecision;
import org.carewright.billing.held.PatientPlans;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.invoice.PatientBalances;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.Payments;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.web.RecordHead;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A patient's money, beside the record (BIL-8). */
@Controller
@DeskPage("patients")
class PatientBillingController {

    private static final int PAGE = 30;
    private static final int PAYMENTS = 20;

    private final PatientRecords records;
    private final Invoices invoices;
    private final Payments payments;
    private final PatientBalances balances;
    private final PatientPlans plans;
    private final RecordHead head;
    private final InvoiceGate gate;

    PatientBillingController(
            PatientRecords records,
            Invoices invoices,
            Payments payments,
            PatientBalances balances,
            PatientPlans plans,
            RecordHead head,
            InvoiceGate gate) {
        this.records = records;
        this.invoices = invoices;
        this.payments = payments;
        this.balances = balances;
        this.plans = plans;
        this.head = head;
        this.gate = gate;
    }

    private record Shown(
            PatientRecord patient,
            List<Invoice> invoices,
            List<Payment> payments,
            List<PatientBalances.Balance> balances,
            PatientPlans.Held held) {}

    @GetMapping("/desk/patients/{patientId}/billing")
    String billing(
            @PathVariable UUID patientId,
            @RequestParam(required = false) UUID after,
            @AuthenticationPrincipal StaffPrincipal person,
            Model model) {
        var decision = head.decide(person, patientId);
        if (decision instanceof RecordDecision.Closed) {
            return RecordHead.emergencyAccess(patientId);
        }
        var last = after == null ? null : invoices.get(after);
        if (last != null && !last.patientId().equals(patientId)) {
            throw ProblemException.notFound();
        }
        var shown = gate.read(
                person,
                patientId,
                () -> new Shown(
                        records.get(patientId),
                        invoices.ofPatient(patientId, last, PAGE + 1),
                        payments.ofPatient(patientId, null, PAYMENTS),
                        balances.of(patientId),
                        plans.of(patientId)));
        head.fill(model, shown.patient(), decision);
        var more = shown.invoices().size() > PAGE;
        var page = more ? shown.invoices().subList(0, PAGE) : shown.invoices();
        var path = "/desk/patients/" + patientId + "/billing";
        model.addAttribute("invoices", page);
        model.addAttribute("first", last == null ? null : path);
        model.addAttribute("next", more ? path + "?after=" + page.get(PAGE - 1).id() : null);
        model.addAttribute("payments", shown.payments());
        model.addAttribute("balances", shown.balances());
        model.addAttribute("held", shown.held());
        return "billing/patient";
    }
}
