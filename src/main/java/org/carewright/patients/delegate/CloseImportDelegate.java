package org.carewright.patients.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.patients.transfer.ImportVariables;
import org.carewright.patients.transfer.PatientImports;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(name = "Close import", description = "Removes the rows of a file that was imported; counts stay.")
class CloseImportDelegate implements JavaDelegate {

    private final PatientImports imports;

    CloseImportDelegate(PatientImports imports) {
        this.imports = imports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = UUID.fromString(ImportVariables.IMPORT_ID.from(execution));
        imports.close(id);
    }
}
