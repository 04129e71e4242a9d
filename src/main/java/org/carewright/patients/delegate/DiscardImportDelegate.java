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
        name = "Discard import",
        description = "Removes the rows of a file that is not wanted; nothing was imported.")
class DiscardImportDelegate implements JavaDelegate {

    private final PatientImports imports;

    DiscardImportDelegate(PatientImports imports) {
        this.imports = imports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = UUID.fromString(ImportVariables.IMPORT_ID.from(execution));
        imports.discard(id);
    }
}
