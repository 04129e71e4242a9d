package org.carewright.billing.plan.web;

import java.util.UUID;
import org.carewright.billing.card.SavedCards;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.packages.Packages;
import org.carewright.billing.web.InvoiceGate;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.web.RecordHead;
import org.carewright.shared.web.DeskPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A package that was sold, and a card that is saved, at the desk (BIL-5). */
@Controller
@DeskPage("patients")
class DeskPackageController {

    private final Packages packages;
    private final SavedCards cards;
    private final Invoices invoices;
    private final PatientRecords records;
    private final InvoiceGate gate;
    private final ClinicService clinics;

    DeskPackageController(
            Packages packages,
            SavedCards cards,
            Invoices invoices,
            PatientRecords records,
            InvoiceGate gate,
            ClinicService clinics) {
        this.packages = packages;
        this.cards = cards;
        this.invoices = invoices;
        this.records = records;
        this.gate = gate;
        this.clinics = clinics;
    }

    @GetMapping("/desk/packages/{packageId}")
    String show(@PathVariable UUID packageId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        var sold = packages.get(packageId);
        if (gate.isClosed(person, sold.patientId())) {
            return RecordHead.emergencyAccess(sold.patientId());
        }
        return gate.read(person, sold.patientId(), () -> {
            model.addAttribute("sold", sold);
            model.addAttribute("uses", packages.uses(packageId));
            model.addAttribute("invoice", invoices.get(sold.invoiceId()));
            model.addAttribute("patientName", records.get(sold.patientId()).fullName());
            model.addAttribute("zone", clinics.current().timeZone());
            return "billing/package";
        });
    }

    /** On the patient's word: it is never charged again, and the provider forgets it. */
    @PostMapping("/desk/cards/{cardId}/remove")
    String removeCard(
            @PathVariable UUID cardId, @AuthenticationPrincipal StaffPrincipal person, RedirectAttributes flash) {
        var patientId = cards.patientOf(cardId);
        gate.requirePatient(person, patientId);
        cards.remove(patientId, cardId);
        flash.addFlashAttribute("notice", "card.notice.removed");
        return "redirect:/desk/patients/" + patientId + "/billing";
    }
}
