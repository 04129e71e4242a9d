package org.carewright.patients.transfer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/** A file's rows in sealed pieces; a piece opens only in its own place. */
@Component
class Pieces {

    private static final TypeReference<List<List<String>>> ROWS = new TypeReference<>() {};

    private final ImportMapper imports;
    private final Sealing sealing;
    private final ObjectMapper json;
    private final ClinicScope clinic;

    Pieces(ImportMapper imports, Sealing sealing, ObjectMapper json, ClinicScope clinic) {
        this.imports = imports;
        this.sealing = sealing;
        this.json = json;
        this.clinic = clinic;
    }

    void keep(UUID importId, int number, int firstRow, List<List<String>> rows) {
        try {
            var sealed = sealing.seal(clinic.required(), label(importId, number), json.writeValueAsBytes(rows));
            imports.insertPiece(clinic.required(), importId, number, firstRow, rows.size(), sealed);
        } catch (IOException e) {
            throw new IllegalStateException("Rows can't be written", e);
        }
    }

    List<List<String>> open(UUID importId, ImportMapper.Piece piece) {
        try {
            return json.readValue(
                    sealing.open(clinic.required(), label(importId, piece.number()), piece.rowsSealed()), ROWS);
        } catch (IOException e) {
            // Without the cause: it quotes what it read.
            throw new IllegalStateException("Rows can't be read");
        }
    }

    private static String label(UUID importId, int number) {
        return "patient-import:" + importId + ":" + number;
    }
}
