package org.carewright.patients.transfer;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carewright.audit.AuditLog;
import org.carewright.patients.record.EmergencyContact;
import org.carewright.patients.record.Insurance;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.patients.search.FoundPatient;
import org.carewright.patients.search.PatientSearch;
import org.carewright.shared.web.CsvRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All patients of the clinic in scope as CSV, with the headings an import understands (ONB-6). Read page by page, two
 * statements each, so that neither memory nor a transaction grows with the clinic.
 */
@Service
public class PatientExport {

    private static final int PAGE = 500;

    private final PatientSearch search;
    private final PatientRecords records;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    PatientExport(PatientSearch search, PatientRecords records, AuditLog audit, TransactionTemplate transaction) {
        this.search = search;
        this.records = records;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Writes the file; that it was begun is in the audit trail before the first patient leaves. */
    @Transactional(propagation = Propagation.NEVER)
    public void write(Writer out) throws IOException {
        transaction.executeWithoutResult(status -> audit.record("patients.exported", "patient", null, null));
        // Spreadsheets take a file without it for one of their own old encoding.
        out.write('\uFEFF');
        out.write(CsvRow.of(ImportColumns.ALL.toArray()));
        UUID after = null;
        List<FoundPatient> page;
        do {
            page = search.allAfter(after, PAGE);
            var found = records.findAll(page.stream().map(FoundPatient::id).toList());
            for (var patient : page) {
                var record = found.get(patient.id());
                if (record != null) {
                    out.write(row(record));
                }
            }
            after = page.isEmpty() ? null : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
        out.flush();
    }

    private static String row(PatientRecord record) {
        RecordDraft content = record.content();
        var contact = content.emergencyContact() == null
                ? new EmergencyContact(null, null, null)
                : content.emergencyContact();
        var insurance = content.insurance() == null ? new Insurance(null, null, null, null) : content.insurance();
        return CsvRow.of(
                content.givenName(),
                content.familyName(),
                content.dateOfBirth(),
                content.email(),
                content.phone(),
                content.preferredChannel().code(),
                content.language(),
                content.address(),
                contact.name(),
                contact.relation(),
                contact.phone(),
                content.medicalHistory(),
                content.allergies().stream()
                        .map(each -> item(each.substance(), each.reaction()))
                        .collect(Collectors.joining("; ")),
                content.medications().stream()
                        .map(each -> item(each.name(), each.dose()))
                        .collect(Collectors.joining("; ")),
                insurance.payer(),
                insurance.policyNumber(),
                insurance.groupNumber(),
                insurance.validUntil());
    }

    private static String item(String name, String more) {
        return more == null ? name : name + ": " + more;
    }
}
