package org.carewright.onboarding.patient;

import java.util.Date;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables of {@code OnboardingProcess}: ids, codes, times and decisions in clear, the rest sealed. */
@Component
public class OnboardingVariables implements ProcessVariables {

    public static final String PROCESS_ID = "OnboardingProcess";
    public static final String CONTACT_VERIFIED_MESSAGE = "Msg_ContactVerified";
    public static final String CONSENTS_SIGNED = "Msg_ConsentsSigned";
    public static final String INTAKE_ANSWERED = "Msg_IntakeAnswered";
    public static final String INSURANCE_GIVEN = "Msg_InsuranceGiven";
    public static final String RESUMED = "Msg_OnboardingResumed";
    public static final String RECORD_GONE = "Err_RecordGone";

    public static final ProcessVariable<String> ONBOARDING_ID = ProcessVariable.open("onboardingId", String.class);
    public static final ProcessVariable<Boolean> RECORD_KNOWN = ProcessVariable.open("recordKnown", Boolean.class);
    public static final ProcessVariable<Boolean> CONTACT_VERIFIED =
            ProcessVariable.open("contactVerified", Boolean.class);
    public static final ProcessVariable<Date> ABANDON_AT = ProcessVariable.open("abandonAt", Date.class);
    public static final ProcessVariable<Boolean> SAME_NAME = ProcessVariable.open("sameName", Boolean.class);
    public static final ProcessVariable<Boolean> SAME_BIRTH_DATE = ProcessVariable.open("sameBirthDate", Boolean.class);
    public static final ProcessVariable<Boolean> SAME_EMAIL = ProcessVariable.open("sameEmail", Boolean.class);
    public static final ProcessVariable<Boolean> SAME_PHONE = ProcessVariable.open("samePhone", Boolean.class);
    public static final ProcessVariable<Boolean> OTHER_ACCOUNT = ProcessVariable.open("otherAccount", Boolean.class);
    public static final ProcessVariable<String> CANDIDATE_ID = ProcessVariable.open("candidateId", String.class);
    public static final ProcessVariable<String> DUPLICATE_RESULT =
            ProcessVariable.open("duplicateResult", String.class);
    public static final ProcessVariable<String> DUPLICATE_VERDICT =
            ProcessVariable.open("duplicateVerdict", String.class);
    public static final ProcessVariable<String> SERVICE_SPECIALITY =
            ProcessVariable.open("serviceSpeciality", String.class);
    public static final ProcessVariable<String> INTAKE_FORM = ProcessVariable.open("intakeForm", String.class);
    public static final ProcessVariable<Boolean> CONSENTS_OPEN = ProcessVariable.open("consentsOpen", Boolean.class);
    public static final ProcessVariable<Boolean> INTAKE_OPEN = ProcessVariable.open("intakeOpen", Boolean.class);
    public static final ProcessVariable<Boolean> INSURANCE_OPEN = ProcessVariable.open("insuranceOpen", Boolean.class);
    public static final ProcessVariable<Integer> REMINDER_NUMBER =
            ProcessVariable.open("reminderNumber", Integer.class);
    public static final ProcessVariable<String> REVIEW_BY = ProcessVariable.open("reviewBy", String.class);
    public static final ProcessVariable<String> REVIEW_OUTCOME = ProcessVariable.open("reviewOutcome", String.class);
    public static final ProcessVariable<String> ABANDONED_OUTCOME =
            ProcessVariable.open("abandonedOutcome", String.class);

    /** Facts about the patient's health that the review is decided by: {@code yes} or {@code no}; removed afterwards. */
    public static final ProcessVariable<String> SEVERE_ALLERGY = ProcessVariable.sealed("severeAllergy", String.class);

    public static final ProcessVariable<String> BLOOD_THINNERS = ProcessVariable.sealed("bloodThinners", String.class);
    public static final ProcessVariable<String> PREGNANT = ProcessVariable.sealed("pregnant", String.class);
    public static final ProcessVariable<String> SERIOUS_CONDITION =
            ProcessVariable.sealed("seriousCondition", String.class);

    /** Shown to staff in Tasklist's forms; sealed at rest, dots for operators. */
    public static final ProcessVariable<String> PATIENT_NAME = ProcessVariable.sealed("patientName", String.class);

    public static final ProcessVariable<String> CONTACT_SUMMARY =
            ProcessVariable.sealed("contactSummary", String.class);
    public static final ProcessVariable<String> REGISTERED_SUMMARY =
            ProcessVariable.sealed("registeredSummary", String.class);
    public static final ProcessVariable<String> DUPLICATE_SUMMARY =
            ProcessVariable.sealed("duplicateSummary", String.class);
    public static final ProcessVariable<String> INTAKE_SUMMARY = ProcessVariable.sealed("intakeSummary", String.class);

    /** Typed by the reviewer; moves to the enrolment's row in the same step. */
    public static final ProcessVariable<String> INTAKE_REVIEW_NOTE =
            ProcessVariable.sealed("intakeReviewNote", String.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
