package org.carewright.scheduling;

import java.util.Date;
import java.util.List;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables of {@code AppointmentProcess}: ids, codes, times and decisions in clear, the rest sealed. */
@Component
public class AppointmentVariables implements ProcessVariables {

    public static final String PROCESS_ID = "AppointmentProcess";
    public static final String MOVED = "Msg_AppointmentRescheduled";
    public static final String CANCELLED = "Msg_AppointmentCancelled";
    public static final String CANCELLATION_POLICY = "CancellationPolicyDecision";
    public static final String CHECK_IN_TASK = "Task_CheckInPatient";
    public static final String NO_SHOW_TASK = "Task_ConfirmNoShow";
    public static final String APPROVAL_TASK = "Task_ApproveBooking";
    public static final String RECORD_TASK = "Task_RecordVisit";

    public static final ProcessVariable<String> APPOINTMENT_ID = ProcessVariable.open("appointmentId", String.class);
    public static final ProcessVariable<Boolean> APPROVAL_REQUIRED =
            ProcessVariable.open("approvalRequired", Boolean.class);
    public static final ProcessVariable<Date> APPROVAL_DUE_AT = ProcessVariable.open("approvalDueAt", Date.class);
    public static final ProcessVariable<String> APPROVAL = ProcessVariable.open("approval", String.class);
    public static final ProcessVariable<Boolean> DEPOSIT_DUE = ProcessVariable.open("depositDue", Boolean.class);

    /** {@code online}, {@code desk} or {@code approval}: after what it is asked for. */
    public static final ProcessVariable<String> DEPOSIT_OCCASION =
            ProcessVariable.open("depositOccasion", String.class);

    /** {@code paid}, {@code waived} or {@code expired}. */
    public static final ProcessVariable<String> DEPOSIT_OUTCOME = ProcessVariable.open("depositOutcome", String.class);

    public static final ProcessVariable<String> DECLINE_REASON = ProcessVariable.open("declineReason", String.class);
    public static final ProcessVariable<String> CAUSE = ProcessVariable.open("cause", String.class);
    public static final ProcessVariable<String> NOTICE_TEMPLATE = ProcessVariable.open("noticeTemplate", String.class);
    public static final ProcessVariable<Integer> INVITE_SEQUENCE =
            ProcessVariable.open("inviteSequence", Integer.class);
    public static final ProcessVariable<Date> VISIT_STARTS_AT = ProcessVariable.open("visitStartsAt", Date.class);
    public static final ProcessVariable<Date> CHECK_IN_OPENS_AT = ProcessVariable.open("checkInOpensAt", Date.class);
    public static final ProcessVariable<Date> NO_SHOW_AT = ProcessVariable.open("noShowAt", Date.class);
    public static final ProcessVariable<String> PREFERRED_CHANNEL =
            ProcessVariable.open("preferredChannel", String.class);

    @SuppressWarnings("rawtypes")
    public static final ProcessVariable<List> REMINDER_PLAN = ProcessVariable.open("reminderPlan", List.class);

    public static final ProcessVariable<Boolean> REMINDER_LEFT = ProcessVariable.open("reminderLeft", Boolean.class);
    public static final ProcessVariable<Date> REMINDER_DUE_AT = ProcessVariable.open("reminderDueAt", Date.class);
    public static final ProcessVariable<String> REMINDER_CHANNEL =
            ProcessVariable.open("reminderChannel", String.class);
    public static final ProcessVariable<String> REMINDER_OCCASION =
            ProcessVariable.open("reminderOccasion", String.class);
    public static final ProcessVariable<String> ARRIVAL = ProcessVariable.open("arrival", String.class);
    public static final ProcessVariable<Boolean> CONTACT_CONFIRMED =
            ProcessVariable.open("contactConfirmed", Boolean.class);
    public static final ProcessVariable<String> PRACTITIONER_USER_ID =
            ProcessVariable.open("practitionerUserId", String.class);
    public static final ProcessVariable<String> ENDED_BY = ProcessVariable.open("endedBy", String.class);
    public static final ProcessVariable<String> STATUS_BEFORE = ProcessVariable.open("statusBefore", String.class);
    public static final ProcessVariable<Long> MINUTES_BEFORE = ProcessVariable.open("minutesBefore", Long.class);
    public static final ProcessVariable<Integer> FEE_PERCENT = ProcessVariable.open("feePercent", Integer.class);
    public static final ProcessVariable<String> VISIT_OUTCOME = ProcessVariable.open("visitOutcome", String.class);
    public static final ProcessVariable<Boolean> FOLLOW_UP = ProcessVariable.open("followUp", Boolean.class);

    /** Shown to staff in Tasklist's forms; sealed at rest, dots for operators. */
    public static final ProcessVariable<String> PATIENT_NAME = ProcessVariable.sealed("patientName", String.class);

    public static final ProcessVariable<String> VISIT_SUMMARY = ProcessVariable.sealed("visitSummary", String.class);

    /** Typed by the practitioner; moves to the appointment's row in the same step. */
    public static final ProcessVariable<String> VISIT_NOTE = ProcessVariable.sealed("visitNote", String.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
