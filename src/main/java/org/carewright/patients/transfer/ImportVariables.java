package org.carewright.patients.transfer;

import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables of {@code PatientImportProcess}. */
@Component
public class ImportVariables implements ProcessVariables {

    public static final String PROCESS_ID = "PatientImportProcess";
    public static final String FILE_RECEIVED = "Msg_ImportFileReceived";
    public static final String DECIDE = "Task_DecideImport";

    public static final ProcessVariable<String> IMPORT_ID = ProcessVariable.open("importId", String.class);
    public static final ProcessVariable<Boolean> ALL_CHECKED = ProcessVariable.open("allChecked", Boolean.class);
    public static final ProcessVariable<Boolean> ALL_WRITTEN = ProcessVariable.open("allWritten", Boolean.class);
    /** {@code import} or {@code discard}. */
    public static final ProcessVariable<String> DECISION = ProcessVariable.open("importDecision", String.class);

    /** Counts, shown in Tasklist's form. */
    public static final ProcessVariable<Integer> ROWS_RIGHT = ProcessVariable.open("rowsRight", Integer.class);

    public static final ProcessVariable<Integer> ROWS_WRONG = ProcessVariable.open("rowsWrong", Integer.class);
    public static final ProcessVariable<Integer> ROWS_KNOWN = ProcessVariable.open("rowsKnown", Integer.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
