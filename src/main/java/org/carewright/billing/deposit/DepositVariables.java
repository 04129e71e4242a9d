package org.carewright.billing.deposit;

import java.util.Date;
import java.util.Map;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables and the message of {@code DepositProcess}. */
@Component
public class DepositVariables implements ProcessVariables {

    public static final String PROCESS_ID = "DepositProcess";
    public static final String TERMS_DECISION = "DepositTermsDecision";

    /** The deposit was paid, or staff let the patient off it. */
    static final String SETTLED = "Msg_DepositSettled";

    /** The appointment the deposit is for. */
    public static final ProcessVariable<String> APPOINTMENT_ID = ProcessVariable.open("appointmentId", String.class);

    /** Grows when the visit is moved: then the patient is written to again. */
    public static final ProcessVariable<Integer> INVITE_SEQUENCE =
            ProcessVariable.open("inviteSequence", Integer.class);

    /** {@code online}, {@code desk} or {@code approval}: after what it is asked for. */
    public static final ProcessVariable<String> OCCASION = ProcessVariable.open("depositOccasion", String.class);

    /** Whether the clinic takes payments over the internet now. */
    public static final ProcessVariable<Boolean> ONLINE = ProcessVariable.open("depositOnline", Boolean.class);

    @SuppressWarnings("rawtypes")
    public static final ProcessVariable<Map> TERMS = ProcessVariable.open("depositTerms", Map.class);

    public static final ProcessVariable<Date> DUE_AT = ProcessVariable.open("depositDueAt", Date.class);
    public static final ProcessVariable<Boolean> REMINDER_WANTED =
            ProcessVariable.open("depositReminderWanted", Boolean.class);
    public static final ProcessVariable<Date> REMINDER_AT = ProcessVariable.open("depositReminderAt", Date.class);

    /** {@code paid}, {@code waived} or {@code expired}. */
    public static final ProcessVariable<String> OUTCOME = ProcessVariable.open("depositOutcome", String.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
