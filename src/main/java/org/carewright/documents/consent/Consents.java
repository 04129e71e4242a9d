package org.carewright.documents.consent;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.documents.consent.SignatureMapper.NewSignature;
import org.carewright.documents.consent.SignatureMapper.VersionRow;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.PatientStatus;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.forms.TypedText;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the patients of the clinic in scope agree to (ONB-3). Signing and withdrawing are in the audit log; reading is
 * recorded by who shows it, as for {@link PatientRecords}.
 */
@Service
public class Consents {

    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_REASON = 1000;

    private static final String RESOURCE = "consent";

    private final SignatureMapper signatures;
    private final ConsentTexts texts;
    private final ConsentFiles files;
    private final PatientRecords patients;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ClinicScope clinic;
    private final Clock clock;

    Consents(
            SignatureMapper signatures,
            ConsentTexts texts,
            ConsentFiles files,
            PatientRecords patients,
            AuditLog audit,
            ApplicationEventPublisher events,
            ClinicScope clinic,
            Clock clock) {
        this.signatures = signatures;
        this.texts = texts;
        this.files = files;
        this.patients = patients;
        this.audit = audit;
        this.events = events;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** What the patient hasn't signed yet, required ones first; in two statements. */
    @Transactional(readOnly = true)
    public List<ConsentToSign> open(UUID patientId, Locale reader) {
        var versions = signatures.open(patientId);
        if (versions.isEmpty()) {
            return List.of();
        }
        return texts.best(versions, reader);
    }

    /** Whether the patient has signed all that is required. */
    @Transactional(readOnly = true)
    public boolean complete(UUID patientId) {
        return signatures.open(patientId).stream().noneMatch(VersionRow::required);
    }

    /**
     * Keeps a signature, sealed and with its hash. Signed twice it is the first signature.
     *
     * @param language of the words that were read, as {@link ConsentToSign#language()}
     * @return the signature's id
     * @throws InvalidFormException naming {@code signerName} or {@code signature}
     * @throws ProblemException 404 for an unknown or merged patient, or an unknown version, {@code consent_changed} (409) when other words are
     *     to be signed now
     */
    @Transactional
    public UUID sign(UUID patientId, UUID versionId, String language, Signer signer, Signature signature) {
        var patient = patients.get(patientId);
        if (patient.status() == PatientStatus.MERGED) {
            throw ProblemException.notFound();
        }
        var consent = toSign(versionId, language);
        var named = new Signer(name(signer.name()), signer.relation(), signer.accountId());
        var picture = signature instanceof Signature.Drawn drawn ? SignaturePicture.read(drawn.png()) : null;
        signatures.lockPatient(patientId);
        var before = signatures.holding(patientId, versionId);
        if (before != null) {
            return before;
        }
        var id = UUID.randomUUID();
        var at = clock.instant();
        var file = files.write(new ConsentPdf.Signing(id, consent, patient, named, picture, at));
        signatures.insert(
                clinic.required(),
                new NewSignature(
                        id,
                        patientId,
                        versionId,
                        language,
                        consent.wording().hash(language),
                        picture == null ? "typed" : "drawn",
                        files.seal(id, ConsentFiles.SIGNER, named.name()),
                        named.relation().code(),
                        named.accountId(),
                        at,
                        file.sealed(),
                        file.hash()));
        audit.record(
                ConsentFiles.SIGNED, RESOURCE, id, patientId, AuditLog.SUCCESS, ConsentFiles.evidence(file.hash()));
        events.publishEvent(new ConsentSigned(patientId, consent.definitionId(), id));
        return id;
    }

    /** All the patient signed, newest first, withdrawn ones too. */
    @Transactional(readOnly = true)
    public List<SignedConsent> of(UUID patientId) {
        return signatures.ofPatient(patientId).stream().map(files::open).toList();
    }

    /** One of them. @throws ProblemException 404 when the patient has none with that id */
    @Transactional(readOnly = true)
    public SignedConsent get(UUID patientId, UUID id) {
        return of(patientId).stream()
                .filter(consent -> consent.id().equals(id))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** Whose it is. @throws ProblemException 404 when the clinic has none with that id */
    @Transactional(readOnly = true)
    public UUID patientOf(UUID id) {
        var patientId = signatures.patientOf(id);
        if (patientId == null) {
            throw ProblemException.notFound();
        }
        return patientId;
    }

    /**
     * Ends a consent from now on.
     *
     * @param reason in the patient's words; null or blank for none
     * @throws InvalidFormException naming {@code reason}
     * @throws ProblemException 404 when the patient has no such consent that holds
     */
    @Transactional
    public void withdraw(UUID patientId, UUID id, String reason) {
        var given = TypedText.of(reason).isEmpty() ? null : TypedText.of(reason);
        if (given != null && given.length() > LONGEST_REASON) {
            throw invalid("reason", "too_long", List.of(LONGEST_REASON));
        }
        var sealed = given == null ? null : files.seal(id, ConsentFiles.REASON, given);
        if (signatures.withdraw(patientId, id, sealed, clock.instant()) == 0) {
            throw ProblemException.notFound();
        }
        audit.record("consent.withdrawn", RESOURCE, id, patientId);
        events.publishEvent(new ConsentWithdrawn(patientId, signatures.definitionOf(id), id));
    }

    /** The signed consent as a PDF. @throws ProblemException 404 when the patient has none with that id */
    @Transactional(readOnly = true)
    public byte[] pdf(UUID patientId, UUID id) {
        return files.read(patientId, id);
    }

    /** Whether it is as it was signed. @throws ProblemException 404 when the patient has none with that id */
    @Transactional(readOnly = true)
    public ConsentVerification verify(UUID patientId, UUID id) {
        return files.verify(patientId, id);
    }

    /**
     * The words of a version that is signed now.
     *
     * @throws ProblemException as {@link #sign}
     */
    @Transactional(readOnly = true)
    public ConsentToSign toSign(UUID versionId, String language) {
        var version = signatures.version(versionId);
        if (version == null) {
            throw ProblemException.notFound();
        }
        if (!version.current()) {
            throw new ProblemException(HttpStatus.CONFLICT, "consent_changed");
        }
        return texts.of(version, language).orElseThrow(ProblemException::notFound);
    }

    private static String name(String typed) {
        var name = TypedText.line(typed);
        if (name.codePoints().noneMatch(Character::isLetter)) {
            throw invalid(Signature.NAME_FIELD, "required", List.of());
        }
        if (name.length() > LONGEST_NAME) {
            throw invalid(Signature.NAME_FIELD, "too_long", List.of(LONGEST_NAME));
        }
        return name;
    }

    private static InvalidFormException invalid(String key, String code, List<Object> arguments) {
        return new InvalidFormException(List.of(new FieldError(key, code, arguments)));
    }
}
