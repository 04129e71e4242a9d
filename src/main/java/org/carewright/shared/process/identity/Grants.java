package org.carewright.shared.process.identity;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.carewright.shared.process.identity.Grant.ANY;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/**
 * The one table of what each role may do in the engine. It says nothing of clinics: the engine shows everyone only the
 * instances of their own tenants. Tasks aren't here either: who is a candidate or the assignee of a task may read it
 * with its variables and work on it, others don't see it. Nobody may deploy, start or change anything by hand.
 */
final class Grants {

    static final String RECEPTIONIST = "receptionist";
    static final String PRACTITIONER = "practitioner";
    static final String BILLING = "billing";
    static final String MANAGER = "manager";
    static final String PRIVACY_OFFICER = "privacy_officer";
    static final String CLINIC_ADMIN = "clinic_admin";
    static final String OPERATOR = "operator";

    /** Whoever works on tasks. */
    static final List<String> STAFF =
            List.of(RECEPTIONIST, PRACTITIONER, BILLING, MANAGER, PRIVACY_OFFICER, CLINIC_ADMIN);

    static final List<String> EVERYONE =
            List.of(RECEPTIONIST, PRACTITIONER, BILLING, MANAGER, PRIVACY_OFFICER, CLINIC_ADMIN, OPERATOR);
    private static final List<String> LEADERS = List.of(MANAGER, CLINIC_ADMIN);
    private static final List<String> WATCHERS = List.of(MANAGER, CLINIC_ADMIN, OPERATOR);
    private static final List<String> OPERATORS = List.of(OPERATOR);

    private Grants() {}

    static List<Grant> all() {
        return Stream.of(webApps(), models(), instances(), platform())
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<Grant> webApps() {
        return Stream.of(
                        Grant.to(STAFF, Resources.APPLICATION, "tasklist", ACCESS),
                        Grant.to(WATCHERS, Resources.APPLICATION, "cockpit", ACCESS),
                        Grant.to(OPERATORS, Resources.APPLICATION, "admin", ACCESS))
                .flatMap(List::stream);
    }

    private static Stream<Grant> models() {
        return Stream.of(
                        Grant.to(
                                WATCHERS,
                                Resources.DECISION_DEFINITION,
                                ANY,
                                Permissions.READ,
                                Permissions.READ_HISTORY),
                        Grant.to(WATCHERS, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ),
                        Grant.to(WATCHERS, Resources.DEPLOYMENT, ANY, Permissions.READ))
                .flatMap(List::stream);
    }

    /** Operators read variables as everyone in Cockpit does, but what is sealed stays dots for them. */
    private static Stream<Grant> instances() {
        return Stream.of(
                        Grant.to(
                                List.of(RECEPTIONIST, PRACTITIONER, BILLING, PRIVACY_OFFICER),
                                Resources.PROCESS_DEFINITION,
                                ANY,
                                ProcessDefinitionPermissions.READ),
                        Grant.to(
                                LEADERS,
                                Resources.PROCESS_DEFINITION,
                                ANY,
                                ProcessDefinitionPermissions.READ,
                                ProcessDefinitionPermissions.READ_INSTANCE,
                                ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                                ProcessDefinitionPermissions.READ_TASK,
                                ProcessDefinitionPermissions.READ_TASK_VARIABLE,
                                ProcessDefinitionPermissions.READ_HISTORY,
                                ProcessDefinitionPermissions.READ_HISTORY_VARIABLE),
                        Grant.to(
                                OPERATORS,
                                Resources.PROCESS_DEFINITION,
                                ANY,
                                ProcessDefinitionPermissions.READ,
                                ProcessDefinitionPermissions.READ_INSTANCE,
                                ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                                ProcessDefinitionPermissions.READ_TASK,
                                ProcessDefinitionPermissions.READ_HISTORY,
                                ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
                                ProcessDefinitionPermissions.RETRY_JOB,
                                ProcessDefinitionPermissions.SUSPEND,
                                ProcessDefinitionPermissions.SUSPEND_INSTANCE))
                .flatMap(List::stream);
    }

    private static Stream<Grant> platform() {
        return Stream.of(
                        Grant.to(OPERATORS, Resources.AUTHORIZATION, ANY, Permissions.READ),
                        Grant.to(OPERATORS, Resources.BATCH, ANY, BatchPermissions.READ, BatchPermissions.READ_HISTORY),
                        Grant.to(
                                OPERATORS,
                                Resources.OPERATION_LOG_CATEGORY,
                                ANY,
                                UserOperationLogCategoryPermissions.READ),
                        Grant.to(OPERATORS, Resources.SYSTEM, ANY, SystemPermissions.READ))
                .flatMap(List::stream);
    }
}
