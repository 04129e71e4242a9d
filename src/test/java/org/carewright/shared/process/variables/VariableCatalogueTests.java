package org.carewright.shared.process.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.junit.jupiter.api.Test;

class VariableCatalogueTests {

    @Test
    void opensOnlyWhatIsDeclaredOpen() {
        var names = VariableCatalogue.openNames(List.of(process(
                ProcessVariable.open("appointmentId", String.class),
                ProcessVariable.sealed("patientName", String.class))));

        assertThat(names).contains("appointmentId", "nrOfInstances").doesNotContain("patientName");
    }

    @Test
    void refusesNameThatIsOpenInOneProcessAndSealedInAnother() {
        var one = process(ProcessVariable.open("remark", String.class));
        var other = process(ProcessVariable.sealed("remark", String.class));

        assertThatThrownBy(() -> VariableCatalogue.openNames(List.of(one, other)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("remark");
    }

    private static ProcessVariables process(ProcessVariable<?>... variables) {
        return new ProcessVariables() {
            @Override
            public String processId() {
                return "SomeProcess";
            }

            @Override
            public List<ProcessVariable<?>> all() {
                return List.of(variables);
            }
        };
    }
}
