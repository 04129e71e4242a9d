package org.carewright.shared.process.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentGateTests {

    private static final String MODEL =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="P">%s</process></definitions>
            """;

    private final ForbiddenContents gate = new ForbiddenContents();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id='t' camunda:type='shell'/>",
                "<serviceTask id='t' camunda:class='java.util.ArrayList'/>",
                "<serviceTask id='t' camunda:expression='${a}'/>",
                "<serviceTask id='t'><extensionElements><camunda:connector/></extensionElements></serviceTask>",
                "<serviceTask id='t'><extensionElements><camunda:field name='x'/></extensionElements></serviceTask>",
                "<scriptTask id='t' scriptFormat='juel'><script>1</script></scriptTask>",
                "<userTask id='t' camunda:formKey='embedded:deployment:x.html'/>",
                "<userTask id='t'><extensionElements><camunda:taskListener event='create' class='a.B'/>"
                        + "</extensionElements></userTask>",
                "<userTask id='t' name='Call ${patientName}'/>",
                "<userTask id='t' camunda:assignee='${a.getClass ()}'/>",
                "<userTask id='t' camunda:assignee=\"${'}'.getClass()}\"/>",
                "<userTask id='t' camunda:assignee=\"${a['class']}\"/>",
                "<userTask id='t'><documentation>#{a.b()}</documentation></userTask>",
                "<callActivity id='t' camunda:variableMappingClass='a.B'/>",
            })
    void refusesModelWithCode(String element) {
        assertThat(problems("P.bpmn", MODEL.formatted(element))).isNotEmpty();
    }

    @Test
    void refusesDocumentType() {
        assertThat(problems("P.bpmn", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"))
                .isNotEmpty();
    }

    @Test
    void refusesScriptLanguageInDecision() {
        assertThat(
                        problems(
                                "D.dmn",
                                "<definitions><decision><inputExpression expressionLanguage='groovy'/></decision></definitions>"))
                .isNotEmpty();
    }

    @Test
    void refusesOtherFilesThanModelsDecisionsAndForms() {
        assertThat(problems("x.html", "<b/>")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id='t' camunda:delegateExpression='${sendEmailDelegate}'/>",
                "<userTask id='t' camunda:assignee='${practitionerUserId}' name='Record visit (today)'/>",
                "<conditionExpression>${not (approval == 'approved') and empty (a)}</conditionExpression>",
                "<timeDate>${now()}</timeDate>",
            })
    void acceptsWhatModelsNeed(String element) {
        assertThat(problems("P.bpmn", MODEL.formatted(element))).isEmpty();
    }

    private java.util.List<String> problems(String file, String text) {
        return gate.problems(Map.of(file, text.getBytes(StandardCharsets.UTF_8)));
    }
}
