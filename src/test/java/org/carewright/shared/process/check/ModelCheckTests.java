package org.carewright.shared.process.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The model check lets a proper model through and finds each single fault, at its element, by its rule. */
class ModelCheckTests {

    @Test
    void letsAProperProcessThrough() {
        assertThat(ParcelModels.check(ParcelModels.PROCESS, ParcelModels.process()))
                .isEmpty();
    }

    @Test
    void letsAProperDecisionThrough() {
        assertThat(ParcelModels.check(ParcelModels.DECISION, ParcelModels.decision()))
                .isEmpty();
    }

    @Test
    void findsAProcessInAFileOfAnotherName() {
        assertThat(ParcelModels.check("processes/post/Letter.bpmn", ParcelModels.process()))
                .extracting(Finding::rule)
                .containsExactly(ModelRule.FILE_NAME);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faultsInProcess")
    void findsEachFaultInAProcess(ModelRule rule, String elementId, String proper, String faulty) {
        var model = ParcelModels.process();
        assertThat(model).contains(proper);

        assertThat(ParcelModels.check(ParcelModels.PROCESS, model.replace(proper, faulty)))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo(rule);
                    assertThat(finding.elementId()).isEqualTo(elementId);
                });
    }

    static Stream<Arguments> faultsInProcess() {
        return Stream.of(
                        FaultyModels.namesAndIds(),
                        FaultyModels.contents(),
                        FaultyModels.serviceTasks(),
                        FaultyModels.userTasks(),
                        FaultyModels.references(),
                        FaultyModels.expressions())
                .flatMap(faults -> faults);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faultsInDecision")
    void findsEachFaultInADecision(ModelRule rule, String elementId, String proper, String faulty) {
        var model = ParcelModels.decision();
        assertThat(model).contains(proper);

        assertThat(ParcelModels.check(ParcelModels.DECISION, model.replace(proper, faulty)))
                .extracting(Finding::rule, Finding::elementId)
                .contains(org.assertj.core.groups.Tuple.tuple(rule, elementId));
    }

    static Stream<Arguments> faultsInDecision() {
        return Stream.of(
                arguments(ModelRule.FILE_NAME, "", "\"PostageDecision\"", "\"PorterDecision\""),
                arguments(ModelRule.ELEMENT_ID, "Postage", "\"PostageDecision\"", "\"Postage\""),
                arguments(
                        ModelRule.MODEL_NAME,
                        "PostageDecision",
                        "\"PostageDecision\" name=\"Postage\"",
                        "\"PostageDecision\" name=\"\""),
                arguments(ModelRule.TIME_TO_LIVE, "PostageDecision", " camunda:historyTimeToLive=\"P30D\"", ""),
                arguments(ModelRule.ELEMENT_NAME, "Input_Weight", " label=\"Weight in grams\"", ""),
                arguments(ModelRule.ELEMENT_NAME, "Output_Postage", " name=\"postage\"", ""),
                arguments(ModelRule.VARIABLE, "Input_Weight", "<text>weight</text>", "<text>height</text>"),
                arguments(ModelRule.VARIABLE, "Input_Weight", "<text>weight</text>", "<text>weight.class</text>"),
                arguments(
                        ModelRule.ALLOWED_ATTRIBUTE,
                        "Rule_Light_Postage",
                        "<outputEntry id=\"Rule_Light_Postage\"",
                        "<outputEntry id=\"Rule_Light_Postage\" expressionLanguage=\"javascript\""),
                arguments(
                        ModelRule.ALLOWED_ELEMENT,
                        "Model_Other",
                        "</decision>",
                        "</decision><businessKnowledgeModel id=\"Model_Other\" name=\"Other\"/>"),
                arguments(ModelRule.READABLE, "", "</decisionTable>", ""));
    }

    @Test
    void refusesAModelWithADocumentType() {
        var model = ParcelModels.process()
                .replace("<bpmn:definitions", "<!DOCTYPE x [<!ENTITY e \"x\">]><bpmn:definitions");

        assertThat(ParcelModels.check(ParcelModels.PROCESS, model))
                .extracting(Finding::rule)
                .containsExactly(ModelRule.READABLE);
    }

    @Test
    void bindsToFormsAndDecisionsOfTheSameDeployment() {
        var together = Map.of(
                ParcelModels.PROCESS,
                ParcelModels.process().getBytes(StandardCharsets.UTF_8),
                ParcelModels.DECISION,
                ParcelModels.decision().getBytes(StandardCharsets.UTF_8),
                "forms/post/order-parcel.form",
                "{\"components\":[{\"components\":[{\"key\":\"weight\"}]}]}".getBytes(StandardCharsets.UTF_8));

        assertThat(new ModelCheck(ParcelModels.surroundings()).checkTogether(together))
                .extracting(Finding::elementId, Finding::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Task_PackParcel", ModelRule.FORM));
    }

    @Test
    void everyRuleHasAFaultThatBreaksIt() {
        assertThat(Stream.concat(faultsInProcess(), faultsInDecision()).map(fault -> fault.get()[0]))
                .contains((Object[]) ModelRule.values());
    }
}
