package org.carewright.identity.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.PathContainer;

/** What the role matrix's file may say, and which of its lines counts. */
class RoleMatrixFileTests {

    private static final String HEAD = "kind | method | path | stranger | portal | manager | operator | key\n";

    @Test
    void theMostSpecificLineCountsWhereverItStands() {
        var matrix = RoleMatrixFile.parse(HEAD
                + "page | GET | /desk/** | - | - | - | any | -\n"
                + "page | GET | /desk/patients/{id} | - | - | - | any | -\n"
                + "page | GET | /desk/patients/new | - | - | clinic | - | -\n");

        assertThat(matrix.ruleFor("GET", PathContainer.parsePath("/desk/patients/new")))
                .hasToString("Optional[GET /desk/patients/new]");
        assertThat(matrix.ruleFor("HEAD", PathContainer.parsePath("/desk/patients/7")))
                .hasToString("Optional[GET /desk/patients/{id}]");
        assertThat(matrix.ruleFor("GET", PathContainer.parsePath("/desk/else"))).hasToString("Optional[GET /desk/**]");
    }

    @Test
    void aMethodWithoutALineIsRefused() {
        var matrix = RoleMatrixFile.parse(HEAD + "page | GET | /desk | - | - | clinic | - | -\n");

        assertThat(matrix.ruleFor("POST", PathContainer.parsePath("/desk"))).isEmpty();
        assertThat(matrix.ruleFor("GET", PathContainer.parsePath("/desk"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page | GET | /desk | any | - | - | - | -",
                "page | GET | /desk | - | clinic | - | - | -",
                "page | GET | /desk | - | - | any | - | -",
                "page | GET | /desk | - | - | - | clinic | -",
                "page | GET | /desk | - | - | - | all | -",
                "page | GET | /desk | - | - | clinic | - | everything",
                "page | GET | /desk | own",
                "page | GET | /desk | - | - | clinic | -",
                "door | GET | /desk | any"
            })
    void refusesALineThatMakesNoSense(String line) {
        assertThatThrownBy(() -> RoleMatrixFile.parse(HEAD + line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTwoLinesForOneAddress() {
        assertThatThrownBy(() -> RoleMatrixFile.parse(HEAD + "page | GET | /a | any\npage | GET | /a | any\n"))
                .hasMessageContaining("GET /a");
    }
}
