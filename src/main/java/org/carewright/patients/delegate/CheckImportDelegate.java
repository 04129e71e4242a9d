package org.carewright.patients.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.patients.transfer.ImportVariables;
import org.carewright.patients.transfer.PatientImports;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Check rows of a file",
        description = "Checks the next rows of a file of patients and writes nothing; repeat it until all are checked.")
class CheckImportDelegate implements JavaDelegate {

    private final PatientImports imports;

    CheckImportDelegate(PatientImports imports) {
        this.imports = imports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = UUID.fromString(ImportVariables.IMPORT_ID.from(execution));
        var done = imports.checkNext(id);
        ImportVariables.ALL_CHECKED.set(execution, done);
        var current = imports.get(id);
        ImportVariables.ROWS_RIGHT.set(execution, current.rowsRight());
        ImportVariables.ROWS_WRONG.set(execution, current.rowsWrong());
        ImportVariables.ROWS_KNOWN.set(execution, current.rowsKnown());
    }
}
