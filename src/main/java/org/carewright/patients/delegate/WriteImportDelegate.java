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
        name = "Import rows of a file",
        description = "Makes records of the next right rows of a file of patients; repeat it until all are imported.")
class WriteImportDelegate implements JavaDelegate {

    private final PatientImports imports;

    WriteImportDelegate(PatientImports imports) {
        this.imports = imports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = UUID.fromString(ImportVariables.IMPORT_ID.from(execution));
        ImportVariables.ALL_WRITTEN.set(execution, imports.writeNext(id));
    }
}
