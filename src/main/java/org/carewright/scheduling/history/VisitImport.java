package org.carewright.scheduling.history;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes over visits that are over into the clinic in scope, so that its calendar has a past. */
@Service
public class VisitImport {

    private static final int ROWS_PER_STATEMENT = 200;
    private static final byte[] NO_ANSWERS = "{}".getBytes(StandardCharsets.UTF_8);

    private final VisitImportMapper visits;
    private final Sealing sealing;
    private final ClinicScope clinic;

    VisitImport(VisitImportMapper visits, Sealing sealing, ClinicScope clinic) {
        this.visits = visits;
        this.sealing = sealing;
        this.clinic = clinic;
    }

    /** Takes over all those visits, or none when one is wrong. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void importAll(List<PastVisit> past) {
        var clinicId = clinic.required();
        IntStream.iterate(0, from -> from < past.size(), from -> from + ROWS_PER_STATEMENT)
                .mapToObj(from -> past.subList(from, Math.min(from + ROWS_PER_STATEMENT, past.size())))
                .map(batch -> batch.stream().map(visit -> row(clinicId, visit)).toList())
                .forEach(batch -> visits.insertAll(clinicId, batch));
    }

    private VisitImportMapper.Row row(UUID clinicId, PastVisit visit) {
        var id = UUID.randomUUID();
        var answers = sealing.seal(clinicId, "appointment.answers:" + id, NO_ANSWERS);
        return new VisitImportMapper.Row(id, "I-" + id.toString().substring(0, 13), answers, visit);
    }
}
