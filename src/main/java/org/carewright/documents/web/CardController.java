package org.carewright.documents.web;

import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.audit.AuditLog;
import org.carewright.audit.access.RecordAccess;
import org.carewright.documents.card.PatientCards;
import org.carewright.documents.pdf.PdfAnswer;
import org.carewright.identity.PortalPrincipal;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A patient's card and labels, for the desk and for who may see the record at the portal (ONB-2). */
@Controller
class CardController {

    private static final String CARD = "card";

    private final PatientCards cards;
    private final PatientRecords patients;
    private final RecordAccess access;
    private final PatientAccess portal;
    private final AuditLog audit;

    CardController(
            PatientCards cards, PatientRecords patients, RecordAccess access, PatientAccess portal, AuditLog audit) {
        this.cards = cards;
        this.patients = patients;
        this.access = access;
        this.portal = portal;
        this.audit = audit;
    }

    @GetMapping("/desk/patients/{patientId}/card.pdf")
    ResponseEntity<byte[]> card(@PathVariable UUID patientId, @AuthenticationPrincipal StaffPrincipal person) {
        return read(person, patientId, CARD, () -> cards.card(patientId));
    }

    @GetMapping("/desk/patients/{patientId}/labels.pdf")
    ResponseEntity<byte[]> labels(
            @PathVariable UUID patientId,
            @RequestParam(defaultValue = "1") int copies,
            @AuthenticationPrincipal StaffPrincipal person) {
        return read(person, patientId, "labels", () -> cards.labels(patientId, copies));
    }

    private ResponseEntity<byte[]> read(StaffPrincipal person, UUID patientId, String what, Supplier<byte[]> file) {
        // Before the read is recorded: nobody's record is read with an id that isn't there.
        patients.find(patientId).orElseThrow(ProblemException::notFound);
        return PdfAnswer.of(what, access.read(person, patientId, what, file));
    }

    @GetMapping("/portal/patients/{patientId}/card.pdf")
    @Transactional
    ResponseEntity<byte[]> ownCard(@PathVariable UUID patientId, @AuthenticationPrincipal PortalPrincipal person) {
        portal.require(person.accountId(), patientId, AccessLevel.VIEW_ONLY);
        var file = cards.card(patientId);
        audit.read(patientId, CARD);
        return PdfAnswer.of(CARD, file);
    }
}
