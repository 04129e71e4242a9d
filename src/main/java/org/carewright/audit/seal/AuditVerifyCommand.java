package org.carewright.audit.seal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.clinics.ClinicService;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * {@code --audit-verify} verifies all logs, prints what it finds and ends with exit code 0 when all are intact, else 1.
 * {@code --audit-export=<file>} names an export to compare with; it may be given several times.
 */
@Component
class AuditVerifyCommand implements ApplicationRunner {

    private static final String VERIFY = "audit-verify";
    private static final String EXPORT = "audit-export";

    private final AuditVerifier verifier;
    private final ClinicService clinics;
    private final ClinicScope clinic;
    private final ObjectMapper json;
    private final ApplicationContext context;

    AuditVerifyCommand(
            AuditVerifier verifier,
            ClinicService clinics,
            ClinicScope clinic,
            ObjectMapper json,
            ApplicationContext context) {
        this.verifier = verifier;
        this.clinics = clinics;
        this.clinic = clinic;
        this.json = json;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (arguments.containsOption(VERIFY)) {
            var intact = verifyAll(exports(arguments), System.out);
            // Not from this thread, which the application waits for while it stops.
            new Thread(() -> System.exit(SpringApplication.exit(context, () -> intact ? 0 : 1))).start();
        }
    }

    /** @return whether all logs are intact */
    boolean verifyAll(Map<UUID, CheckpointExport> exports, PrintStream out) {
        var logs = new ArrayList<>(clinics.allIds());
        logs.add(AuditLog.PLATFORM);
        var intact = true;
        for (var log : logs) {
            var result = clinic.call(log, () -> verifier.verify(exports.get(log)));
            print(result, out);
            intact &= result.intact();
        }
        return intact;
    }

    private Map<UUID, CheckpointExport> exports(ApplicationArguments arguments) throws IOException {
        var exports = new HashMap<UUID, CheckpointExport>();
        var files = arguments.getOptionValues(EXPORT);
        for (var file : files == null ? List.<String>of() : files) {
            var export = json.readValue(Path.of(file).toFile(), CheckpointExport.class);
            exports.put(export.log(), export);
        }
        return exports;
    }

    private static void print(Verification result, PrintStream out) {
        out.printf(
                "%s: %s, %d checkpoints, %d rows compared, %d not sealed yet%n",
                result.log(),
                result.intact() ? "intact" : "DAMAGED",
                result.checkpoints(),
                result.rows(),
                result.unsealed());
        result.findings()
                .forEach(finding -> out.printf(
                        "  %s: checkpoint %d%s%n",
                        finding.kind(),
                        finding.checkpoint(),
                        finding.rowId() == null
                                ? ""
                                : ", row " + finding.rowId() + " at position " + finding.position()));
    }
}
