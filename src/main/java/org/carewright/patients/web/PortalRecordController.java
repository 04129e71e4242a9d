package org.carewright.patients.web;

import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.identity.PortalPrincipal;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.portal.PortalPeople;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.web.PortalPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A patient's record at the portal, as far as the access reaches (IAM-1): who it is with view-only, how to reach them with
 * messaging, health and insurance with full access. What isn't shown isn't handed to the page. Each opening is audited.
 */
@Controller
@PortalPage
class PortalRecordController {

    private final PatientAccess access;
    private final PatientRecords records;
    private final PortalPeople people;
    private final AuditLog audit;

    PortalRecordController(PatientAccess access, PatientRecords records, PortalPeople people, AuditLog audit) {
        this.access = access;
        this.records = records;
        this.people = people;
        this.audit = audit;
    }

    @GetMapping("/portal/patients/{patientId}/record")
    @Transactional
    public String record(@PathVariable UUID patientId, @AuthenticationPrincipal PortalPrincipal account, Model model) {
        var level = access.require(account.accountId(), patientId, AccessLevel.VIEW_ONLY)
                .level();
        var record = records.get(patientId);
        audit.read(patientId, "portal-record");
        var all = people.of(account.accountId());
        model.addAttribute("people", all);
        model.addAttribute("person", PortalPeople.chosen(all, patientId));
        fill(model, record, level);
        return "portal/record";
    }

    private static void fill(Model model, PatientRecord record, AccessLevel level) {
        var content = record.content();
        model.addAttribute("fullName", record.fullName());
        model.addAttribute("dateOfBirth", content.dateOfBirth());
        model.addAttribute("barcode", record.barcode());
        var contact = level.includes(AccessLevel.MESSAGING);
        model.addAttribute("showsContact", contact);
        if (contact) {
            model.addAttribute("email", content.email());
            model.addAttribute("phone", content.phone());
            model.addAttribute("address", content.address());
            model.addAttribute("emergencyContact", content.emergencyContact());
        }
        var health = level.includes(AccessLevel.FULL);
        model.addAttribute("showsHealth", health);
        if (health) {
            model.addAttribute("allergies", content.allergies());
            model.addAttribute("medications", content.medications());
            model.addAttribute("medicalHistory", content.medicalHistory());
            model.addAttribute("insurance", content.insurance());
        }
    }
}
