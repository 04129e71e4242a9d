package org.carewright.patients.merge;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Portal access, except that of an account that has access to both records: it keeps the one it has. */
@Component
class PortalAccessRows implements PatientRows {

    private static final String TABLE = "patients.portal_access";
    private static final String COLUMN = "patient_id";

    private final MergeMapper merges;

    PortalAccessRows(MergeMapper merges) {
        this.merges = merges;
    }

    @Override
    public String place() {
        return TABLE + "." + COLUMN;
    }

    @Override
    public List<UUID> move(UUID from, UUID to) {
        return merges.moveAccess(from, to);
    }

    @Override
    public void moveBack(List<UUID> ids, UUID from, UUID to) {
        merges.moveBack(TABLE, COLUMN, ids.toArray(UUID[]::new), from, to);
    }
}
