package org.carewright.patients.merge;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All rows that go with a patient: the columns modules declare, and what needs more than a column. */
@Component
class MovedColumns {

    private final MergeMapper merges;
    private final List<PatientColumn> columns;
    private final List<PatientRows> others;

    MovedColumns(MergeMapper merges, List<PatientColumn> columns, List<PatientRows> others) {
        this.merges = merges;
        this.columns = columns;
        this.others = others;
    }

    List<PatientRows> all() {
        return Stream.concat(columns.stream().map(this::rows), others.stream()).toList();
    }

    private PatientRows rows(PatientColumn column) {
        return new PatientRows() {
            @Override
            public String place() {
                return column.place();
            }

            @Override
            public List<UUID> move(UUID from, UUID to) {
                return merges.move(column.table(), column.column(), from, to);
            }

            @Override
            public void moveBack(List<UUID> ids, UUID from, UUID to) {
                merges.moveBack(column.table(), column.column(), ids.toArray(UUID[]::new), from, to);
            }
        };
    }
}
