package org.carewright.patients.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.carewright.patients.transfer.PatientExport;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** All patients as a file (ONB-6), for those who may open every record; by POST, so that no link fetches it. */
@Controller
class PatientExportController {

    private final PatientExport export;

    PatientExportController(PatientExport export) {
        this.export = export;
    }

    @PostMapping("/desk/patient-export")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"patients.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        export.write(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }
}
