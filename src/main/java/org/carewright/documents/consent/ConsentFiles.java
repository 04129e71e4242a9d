package org.carewright.documents.consent;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carewright.audit.AuditFilter;
import org.carewright.audit.AuditTrail;
import org.carewright.clinics.ClinicService;
import org.carewright.documents.consent.SignatureMapper.FileRow;
import org.carewright.documents.consent.SignatureMapper.SignatureRow;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.sealing.SealedException;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/** Seals signed consents and checks them. What is sealed opens only in its own place. */
@Component
class ConsentFiles {

    static final String SIGNER = "signer";
    static final String REASON = "reason";

    /** The audited action; its reason is {@link #evidence}. */
    static final String SIGNED = "consent.signed";

    private static final String PDF = "pdf";
    /** A signature and its line in the log are of one transaction. */
    private static final Duration AROUND = Duration.ofMinutes(1);

    private final ConsentPdf pdf;
    private final SignatureMapper signatures;
    private final ClinicService clinics;
    private final Sealing sealing;
    private final AuditTrail trail;
    private final ClinicScope clinic;

    ConsentFiles(
            ConsentPdf pdf,
            SignatureMapper signatures,
            ClinicService clinics,
            Sealing sealing,
            AuditTrail trail,
            ClinicScope clinic) {
        this.pdf = pdf;
        this.signatures = signatures;
        this.clinics = clinics;
        this.sealing = sealing;
        this.trail = trail;
        this.clinic = clinic;
    }

    record File(byte[] sealed, byte[] hash) {}

    File write(ConsentPdf.Signing signing) {
        var content = pdf.write(signing, clinics.current());
        return new File(
                sealing.seal(clinic.required(), label(signing.id(), PDF), content), ConsentWording.sha256(content));
    }

    byte[] seal(UUID id, String place, String text) {
        return sealing.seal(clinic.required(), label(id, place), text.getBytes(StandardCharsets.UTF_8));
    }

    SignedConsent open(SignatureRow row) {
        return new SignedConsent(
                row.id(),
                row.patientId(),
                row.definitionId(),
                row.versionId(),
                row.number(),
                row.title(),
                row.language(),
                text(row.id(), SIGNER, row.signerSealed()),
                SignerRelation.of(row.relation()),
                row.method().equals("drawn"),
                row.signedAt(),
                row.withdrawnAt(),
                row.withdrawalReasonSealed() == null ? null : text(row.id(), REASON, row.withdrawalReasonSealed()));
    }

    byte[] read(UUID patientId, UUID id) {
        return sealing.open(
                clinic.required(), label(id, PDF), row(patientId, id).pdfSealed());
    }

    ConsentVerification verify(UUID patientId, UUID id) {
        var row = row(patientId, id);
        var words = new ConsentWording(row.title(), row.body()).hash(row.language());
        return new ConsentVerification(fileIsSound(row), Arrays.equals(words, row.textHash()), isLogged(row));
    }

    private boolean fileIsSound(FileRow row) {
        try {
            var content = sealing.open(clinic.required(), label(row.id(), PDF), row.pdfSealed());
            return Arrays.equals(ConsentWording.sha256(content), row.pdfHash());
        } catch (SealedException e) {
            return false;
        }
    }

    /** By time, not by patient: a consent follows its patient into another record, the log stays as it was written. */
    private boolean isLogged(FileRow row) {
        var signings = new AuditFilter(
                row.signedAt().minus(AROUND), row.signedAt().plus(AROUND), null, null, SIGNED, null, false);
        var found = new AtomicBoolean();
        trail.forEach(signings, event -> {
            if (row.id().equals(event.resourceId())) {
                found.set(evidence(row.pdfHash()).equals(event.reason()));
            }
        });
        return found.get();
    }

    /** How a file's hash stands in the audit log. */
    static String evidence(byte[] hash) {
        return "sha256:" + HexFormat.of().formatHex(hash);
    }

    private FileRow row(UUID patientId, UUID id) {
        var row = signatures.file(patientId, id);
        if (row == null) {
            throw ProblemException.notFound();
        }
        return row;
    }

    private String text(UUID id, String place, byte[] sealed) {
        return new String(sealing.open(clinic.required(), label(id, place), sealed), StandardCharsets.UTF_8);
    }

    private static String label(UUID id, String place) {
        return "consent." + place + ":" + id;
    }
}
