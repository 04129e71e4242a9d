package org.carewright.audit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carewright.audit.AuditLog;
import org.carewright.audit.seal.AuditSealer;
import org.carewright.audit.seal.AuditVerifier;
import org.carewright.audit.seal.CheckpointExport;
import org.carewright.clinics.ClinicService;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Shows whether the log is what was sealed, and gives the export by which a cut-off end is found (HIP-2). */
@Controller
@RequestMapping("/desk/audit")
class VerificationController {

    private static final String VIEW = "audit/verification";
    private static final String AUDIT = "audit";

    private final AuditVerifier verifier;
    private final AuditSealer sealer;
    private final AuditLog log;
    private final ClinicService clinics;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;

    VerificationController(
            AuditVerifier verifier,
            AuditSealer sealer,
            AuditLog log,
            ClinicService clinics,
            ObjectMapper json,
            TransactionTemplate transaction) {
        this.verifier = verifier;
        this.sealer = sealer;
        this.log = log;
        this.clinics = clinics;
        this.json = json;
        this.transaction = transaction;
    }

    @GetMapping("/verification")
    String page(Model model) {
        AuditPages.frame(model, clinics.current(), AUDIT);
        return VIEW;
    }

    /** Seals what can be sealed first, so that the result is about as much as possible. */
    @PostMapping("/verification")
    String verify(
            @RequestParam(name = "export", required = false) MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var clinic = clinics.current();
        AuditPages.frame(model, clinic, AUDIT);
        CheckpointExport export = null;
        if (file != null && !file.isEmpty()) {
            export = read(file);
            if (export == null || !clinic.clinicId().equals(export.log())) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                model.addAttribute("problem", "audit.verification.export.wrong");
                return VIEW;
            }
        }
        sealer.seal(clinic.clinicId());
        var result = verifier.verify(export);
        transaction.executeWithoutResult(status -> log.record(
                "audit.verified", AUDIT, null, null, result.intact() ? AuditLog.SUCCESS : AuditLog.FAILURE, null));
        model.addAttribute("result", result);
        model.addAttribute("compared", export != null);
        model.addAttribute("zone", clinic.timeZone());
        return VIEW;
    }

    @GetMapping("/checkpoints.json")
    ResponseEntity<CheckpointExport> export() {
        transaction.executeWithoutResult(status -> log.record("audit.checkpoints-exported", AUDIT, null, null));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-checkpoints.json\"")
                .body(verifier.export());
    }

    /** @return null when it is no export */
    private CheckpointExport read(MultipartFile file) throws IOException {
        try {
            var export = json.readValue(file.getBytes(), CheckpointExport.class);
            return export == null || export.log() == null || export.checkpoints() == null ? null : export;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
