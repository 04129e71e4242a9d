package org.carewright.onboarding.clinic;

import java.util.List;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables of {@code ClinicOnboardingProcess}: counts and decisions; names and addresses stay in the table. */
@Component
public class ClinicOnboardingVariables implements ProcessVariables {

    public static final String PROCESS_ID = "ClinicOnboardingProcess";
    public static final String MANAGER_JOINED = "Msg_ManagerJoined";
    public static final String GIVEN_UP = "Msg_OpeningGivenUp";
    public static final String SET_UP_INCOMPLETE = "Err_SetUpIncomplete";

    public static final ProcessVariable<Integer> MANAGERS = ProcessVariable.open("managers", Integer.class);
    public static final ProcessVariable<Integer> PRACTITIONERS = ProcessVariable.open("practitioners", Integer.class);
    public static final ProcessVariable<Integer> PRACTITIONERS_WITHOUT_HOURS =
            ProcessVariable.open("practitionersWithoutHours", Integer.class);
    public static final ProcessVariable<Integer> SERVICES = ProcessVariable.open("services", Integer.class);
    public static final ProcessVariable<Integer> SERVICES_WITHOUT_PRACTITIONER =
            ProcessVariable.open("servicesWithoutPractitioner", Integer.class);
    public static final ProcessVariable<Integer> SERVICES_WITHOUT_ROOM =
            ProcessVariable.open("servicesWithoutRoom", Integer.class);

    @SuppressWarnings("rawtypes")
    public static final ProcessVariable<List> MISSING = ProcessVariable.open("missing", List.class);

    public static final ProcessVariable<Boolean> READY = ProcessVariable.open("ready", Boolean.class);
    public static final ProcessVariable<String> INVITE_DECISION = ProcessVariable.open("inviteDecision", String.class);
    public static final ProcessVariable<Boolean> SERVICES_SET_UP = ProcessVariable.open("servicesSetUp", Boolean.class);
    public static final ProcessVariable<Boolean> POSTER_HANDED_OVER =
            ProcessVariable.open("posterHandedOver", Boolean.class);
    public static final ProcessVariable<Boolean> COMPLETED = ProcessVariable.open("setUpCompleted", Boolean.class);
    public static final ProcessVariable<Boolean> APPROVED = ProcessVariable.open("goLiveApproved", Boolean.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
