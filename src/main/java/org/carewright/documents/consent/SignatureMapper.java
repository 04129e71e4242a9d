package org.carewright.documents.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface SignatureMapper {

    /** Current versions of consents in use that the patient hasn't signed in a version that still counts. */
    List<VersionRow> open(UUID patientId);

    /** The version with its place; null when the clinic has none with that id. */
    VersionRow version(UUID versionId);

    /** One signature of a patient at a time. */
    String lockPatient(UUID patientId);

    /** The patient's signature of that version that holds; null when there is none. */
    UUID holding(UUID patientId, UUID versionId);

    void insert(UUID clinicId, NewSignature signature);

    List<SignatureRow> ofPatient(UUID patientId);

    /** Null when the patient has no such signature. */
    FileRow file(UUID patientId, UUID id);

    int withdraw(UUID patientId, UUID id, byte[] reasonSealed, Instant withdrawnAt);

    UUID definitionOf(UUID id);

    /** Null when the clinic has no such signature. */
    UUID patientOf(UUID id);

    /** @param current whether it is the one that is signed now */
    record VersionRow(UUID id, UUID definitionId, String name, int number, boolean required, boolean current) {}

    record NewSignature(
            UUID id,
            UUID patientId,
            UUID versionId,
            String language,
            byte[] textHash,
            String method,
            byte[] signerSealed,
            String relation,
            UUID accountId,
            Instant signedAt,
            byte[] pdfSealed,
            byte[] pdfHash) {}

    record SignatureRow(
            UUID id,
            UUID patientId,
            UUID definitionId,
            UUID versionId,
            int number,
            String title,
            String language,
            byte[] signerSealed,
            String relation,
            String method,
            Instant signedAt,
            Instant withdrawnAt,
            byte[] withdrawalReasonSealed) {}

    record FileRow(
            UUID id,
            Instant signedAt,
            byte[] pdfSealed,
            byte[] pdfHash,
            byte[] textHash,
            String language,
            String title,
            String body) {}
}
