package org.carewright.billing.dispute.web;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.dispute.DisputeBook;
import org.carewright.billing.dispute.DisputeBook.Case;
import org.carewright.billing.web.InvoiceGate;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.web.DeskPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Payments that banks took back: how long evidence counts, what there is, what to do next (BIL-9). */
@Controller
@DeskPage("invoices")
@RequestMapping("/desk/disputes")
class DisputeController {

    private static final int PAGE = 50;

    private final DisputeBook book;
    private final InvoiceGate gate;
    private final PatientRecords records;
    private final ClinicService clinics;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DisputeController(
            DisputeBook book,
            InvoiceGate gate,
            PatientRecords records,
            ClinicService clinics,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.book = book;
        this.gate = gate;
        this.records = records;
        this.clinics = clinics;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @param hoursLeft until evidence counts no more, below 0 when that is over */
    record Row(Case dispute, String patient, long hoursLeft) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) UUID after,
            Model model) {
        var open = !"decided".equals(state);
        transaction.executeWithoutResult(status -> {
            var found = book.page(open, after == null ? null : book.get(after), PAGE + 1);
            var shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
            var patients = records.findAll(
                    shown.stream().map(Case::patientId).distinct().toList());
            audit.record("disputes.listed", "dispute", null, null);
            var path = "/desk/disputes?state=" + (open ? "open" : "decided");
            model.addAttribute(
                    "rows", shown.stream().map(each -> row(each, patients)).toList());
            model.addAttribute("open", open);
            model.addAttribute("first", after == null ? null : path);
            model.addAttribute(
                    "next",
                    found.size() > PAGE ? path + "&after=" + shown.get(PAGE - 1).id() : null);
        });
        model.addAttribute("zone", clinics.current().timeZone());
        return "billing/disputes";
    }

    private Row row(Case each, Map<UUID, PatientRecord> patients) {
        var patient = patients.get(each.patientId());
        return new Row(each, patient == null ? "" : patient.fullName(), hoursLeft(each));
    }

    private long hoursLeft(Case each) {
        return ChronoUnit.HOURS.between(clock.instant(), each.evidenceDueAt());
    }

    @GetMapping("/{disputeId}")
    String show(@PathVariable UUID disputeId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        var dispute = book.get(disputeId);
        gate.requirePatient(person, dispute.patientId());
        return gate.read(person, dispute.patientId(), () -> {
            model.addAttribute(
                    "row", new Row(dispute, records.get(dispute.patientId()).fullName(), hoursLeft(dispute)));
            model.addAttribute("zone", clinics.current().timeZone());
            return "billing/dispute";
        });
    }

    @PostMapping("/{disputeId}/answer")
    String answer(
            @PathVariable UUID disputeId,
            @RequestParam(defaultValue = "") String answer,
            @AuthenticationPrincipal StaffPrincipal person,
            RedirectAttributes flash) {
        gate.requirePatient(person, book.get(disputeId).patientId());
        try {
            book.answer(disputeId, answer);
            flash.addFlashAttribute("notice", "dispute.notice.answered");
        } catch (InvalidFormException invalid) {
            flash.addFlashAttribute("problem", "dispute.answer.required");
        }
        return "redirect:/desk/disputes/" + disputeId;
    }
}
