package org.carewright.shared.process.check;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Single faults: the rule, where it is found, what is right in the model and what is put in its place. */
final class FaultyModels {

    private static final String SHIP = "camunda:delegateExpression=\"${shipParcelDelegate}\"";
    private static final String CARRIER = "<camunda:inputParameter name=\"carrier\">rail</camunda:inputParameter>";
    private static final String CONDITION = "${postpaid == true and not (postage &gt; 20)}";
    private static final String FORM = "camunda:formRef=\"pack-parcel\" camunda:formRefBinding=\"deployment\"";
    private static final String FOUR_HOURS =
            "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT4H</bpmn:timeDuration>";

    private FaultyModels() {}

    static Stream<Arguments> namesAndIds() {
        return Stream.of(
                arguments(ModelRule.READABLE, "", "</bpmn:process>", ""),
                arguments(ModelRule.FILE_NAME, "OtherProcess", "\"ParcelProcess\"", "\"OtherProcess\""),
                arguments(ModelRule.MODEL_NAME, "ParcelProcess", " name=\"Parcel\"", ""),
                arguments(ModelRule.MODEL_NAME, "ParcelProcess", "isExecutable=\"true\"", "isExecutable=\"false\""),
                arguments(ModelRule.TIME_TO_LIVE, "ParcelProcess", " camunda:historyTimeToLive=\"P30D\"", ""),
                arguments(ModelRule.DOCUMENTATION, "ParcelProcess", "Packs and sends a parcel.", " "),
                arguments(ModelRule.ELEMENT_ID, "Activity_0abc12x", "Task_AwaitReturn", "Activity_0abc12x"),
                arguments(ModelRule.ELEMENT_ID, "Event_1lost00", "Event_ParcelLost", "Event_1lost00"),
                arguments(ModelRule.ELEMENT_ID, "Gateway_0postpd", "Gateway_Postpaid", "Gateway_0postpd"),
                arguments(ModelRule.ELEMENT_ID, "Flow_0u5bqwn", "SequenceFlow_PostpaidNo", "Flow_0u5bqwn"),
                arguments(ModelRule.ELEMENT_NAME, "Task_PackParcel", " name=\"Pack parcel\"", ""),
                arguments(ModelRule.ELEMENT_NAME, "Event_ParcelDone", " name=\"Parcel done\"", ""),
                arguments(ModelRule.ELEMENT_NAME, "Gateway_Postpaid", " name=\"Postpaid?\"", ""),
                arguments(ModelRule.ELEMENT_NAME, "SequenceFlow_PostpaidYes", " name=\"Yes\"", ""),
                arguments(
                        ModelRule.DIAGRAM,
                        "Task_AwaitReturn",
                        "bpmnElement=\"Task_AwaitReturn\"",
                        "bpmnElement=\"Task_ShipParcel\""),
                arguments(ModelRule.DIAGRAM, "Task_ShipParcel", "<dc:Bounds x=\"940\"", "<dc:Bounds x=\"840\""));
    }

    static Stream<Arguments> contents() {
        return Stream.of(
                arguments(
                        ModelRule.ALLOWED_ELEMENT,
                        "Task_AwaitReturn",
                        "<bpmn:receiveTask id=\"Task_AwaitReturn\" name=\"Await return\" messageRef=\"Msg_ParcelReturned\">",
                        "<bpmn:receiveTask id=\"Task_AwaitReturn\" name=\"Await return\" messageRef=\"Msg_ParcelReturned\">"
                                + "<bpmn:extensionElements><camunda:executionListener event=\"start\" class=\"x.Y\"/>"
                                + "</bpmn:extensionElements>"),
                arguments(
                        ModelRule.ALLOWED_ELEMENT,
                        "Task_ShipParcel",
                        CARRIER,
                        CARRIER.replace("rail", "<camunda:script scriptFormat=\"juel\">rail</camunda:script>")),
                arguments(
                        ModelRule.ALLOWED_ELEMENT,
                        "Task_ShipParcel",
                        "<camunda:inputOutput>",
                        "<camunda:connector/><camunda:inputOutput>"),
                arguments(ModelRule.ALLOWED_ATTRIBUTE, "Task_ShipParcel", SHIP, SHIP + " camunda:class=\"x.Y\""),
                arguments(ModelRule.ALLOWED_ATTRIBUTE, "Task_ShipParcel", SHIP, SHIP + " camunda:type=\"shell\""),
                arguments(
                        ModelRule.ALLOWED_ATTRIBUTE,
                        "Task_PackParcel",
                        FORM,
                        FORM + " camunda:formKey=\"embedded:app:x.html\""),
                arguments(
                        ModelRule.ALLOWED_ATTRIBUTE,
                        "SequenceFlow_PostpaidYes",
                        "<bpmn:conditionExpression ",
                        "<bpmn:conditionExpression language=\"groovy\" "));
    }

    static Stream<Arguments> serviceTasks() {
        return Stream.of(
                arguments(ModelRule.TASK_BINDING, "Task_ShipParcel", SHIP, ""),
                arguments(ModelRule.TASK_BINDING, "Task_ShipParcel", SHIP, SHIP.replace("ship", "drop")),
                arguments(ModelRule.TASK_BINDING, "Task_ShipParcel", SHIP, SHIP.replace("}", ".now()}")),
                arguments(ModelRule.TASK_INPUT, "Task_ShipParcel", CARRIER, ""),
                arguments(ModelRule.TASK_INPUT, "Task_ShipParcel", CARRIER, CARRIER.replace("rail", "sea")),
                arguments(
                        ModelRule.TASK_INPUT,
                        "Task_ShipParcel",
                        CARRIER,
                        CARRIER + CARRIER.replace("carrier", "carier")),
                arguments(ModelRule.REMOTE_TASK, "Task_ShipParcel", " camunda:asyncBefore=\"true\"", ""),
                arguments(ModelRule.REMOTE_TASK, "Task_ShipParcel", "PT1M,PT5M", "often"),
                arguments(
                        ModelRule.REMOTE_TASK,
                        "Task_ShipParcel",
                        "<camunda:failedJobRetryTimeCycle>PT1M,PT5M</camunda:failedJobRetryTimeCycle>",
                        ""));
    }

    static Stream<Arguments> userTasks() {
        return Stream.of(
                arguments(ModelRule.FORM, "Task_PackParcel", FORM, ""),
                arguments(ModelRule.FORM, "Task_PackParcel", "\"pack-parcel\"", "\"unpack-parcel\""),
                arguments(ModelRule.FORM, "Task_PackParcel", FORM, FORM.replace("deployment", "latest")),
                arguments(ModelRule.CANDIDATES, "Task_PackParcel", "packer,${packerGroup}", "captain"),
                arguments(
                        ModelRule.CANDIDATES,
                        "Task_PackParcel",
                        " camunda:candidateGroups=\"packer,${packerGroup}\"",
                        ""),
                arguments(ModelRule.VARIABLE, "Task_PackParcel", "${packerGroup}", "${captainGroup}"),
                arguments(ModelRule.EXPRESSION, "Task_PackParcel", "${packerGroup}", "${packer.group}"));
    }

    static Stream<Arguments> references() {
        return Stream.of(
                arguments(ModelRule.DECISION, "Task_DecidePostage", "\"PostageDecision\"", "\"PorterDecision\""),
                arguments(
                        ModelRule.DECISION,
                        "Task_DecidePostage",
                        "camunda:decisionRefBinding=\"deployment\"",
                        "camunda:decisionRefBinding=\"latest\""),
                arguments(ModelRule.DECISION, "Task_DecidePostage", "camunda:resultVariable=\"postage\"", ""),
                arguments(ModelRule.VARIABLE, "Task_DecidePostage", "Variable=\"postage\"", "Variable=\"price\""),
                arguments(
                        ModelRule.DATA_MAPPING,
                        "Task_AwaitReturn",
                        "name=\"Await return\" messageRef=\"Msg_ParcelReturned\">",
                        "name=\"Await return\" messageRef=\"Msg_ParcelReturned\">"
                                + "<bpmn:extensionElements><camunda:in variables=\"all\"/></bpmn:extensionElements>"),
                arguments(
                        ModelRule.MESSAGE, "Msg_ParcelReturned", " name=\"Msg_ParcelReturned\"", " name=\"returned\""),
                arguments(ModelRule.MESSAGE, "Event_ParcelLost", " errorRef=\"Err_ParcelLost\"", ""),
                arguments(ModelRule.MESSAGE, "Err_ParcelLost", " errorCode=\"Err_ParcelLost\"", ""));
    }

    static Stream<Arguments> expressions() {
        return Stream.of(
                arguments(ModelRule.TIMER, "Event_PackingLate", ">PT4H<", ">four hours<"),
                arguments(ModelRule.TIMER, "Event_PackingLate", FOUR_HOURS, ""),
                arguments(ModelRule.VARIABLE, "Timer_PackingLate", ">PT4H<", ">${packingTime}<"),
                arguments(ModelRule.EXPRESSION, "Timer_PackingLate", ">PT4H<", ">PT${postage}H<"),
                arguments(ModelRule.EXPRESSION, "SequenceFlow_PostpaidYes", CONDITION, "${postpaid.equals(true)}"),
                arguments(ModelRule.EXPRESSION, "SequenceFlow_PostpaidYes", CONDITION, "${''.getClass()}"),
                arguments(ModelRule.EXPRESSION, "SequenceFlow_PostpaidYes", CONDITION, "#{postpaid}"),
                arguments(ModelRule.EXPRESSION, "SequenceFlow_PostpaidYes", CONDITION, "${postpaid = true}"),
                arguments(ModelRule.EXPRESSION, "SequenceFlow_PostpaidYes", CONDITION, "${postpaid} ${postpaid}"),
                arguments(ModelRule.VARIABLE, "SequenceFlow_PostpaidYes", CONDITION, "${prepaid}"),
                arguments(ModelRule.EXPRESSION, "Task_PackParcel", "\"Pack parcel\"", "\"Pack ${parcelId}\""),
                arguments(ModelRule.EXPRESSION, "ParcelProcess", "Packs and sends", "${parcelId}"),
                arguments(ModelRule.VARIABLE, "Task_ShipParcel", ">${parcelId}<", ">${letterId}<"),
                arguments(ModelRule.EXPRESSION, "Task_ShipParcel", ">${parcelId}<", ">${execution.id}<"));
    }
}
