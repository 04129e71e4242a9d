package org.carewright.compliance.delegate;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.audit.access.EmergencyAccess;
import org.carewright.audit.access.EmergencyVerdict;
import org.carewright.compliance.emergency.BreakGlassVariables;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.ModelTask;
import org.carewright.shared.process.submission.RefusedSubmissionException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Record review of emergency access",
        description = "Keeps what the reviewer found; access that was not justified ends at once. Nobody reviews their "
                + "own access.")
class RecordReviewDelegate implements JavaDelegate {

    private final EmergencyAccess access;
    private final MessageSource messages;

    RecordReviewDelegate(EmergencyAccess access, MessageSource messages) {
        this.access = access;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            access.review(
                    UUID.fromString(BreakGlassVariables.ACCESS_ID.from(execution)),
                    EmergencyVerdict.of(BreakGlassVariables.VERDICT.from(execution)),
                    BreakGlassVariables.REVIEW_NOTE.find(execution).orElse(""));
        } catch (ProblemException own) {
            // Whoever sits at Tasklist is told in words, and the task stays open for somebody else.
            var text = messages.getMessage("compliance.own-access", null, LocaleContextHolder.getLocale());
            throw new RefusedSubmissionException(text, List.of(new FieldError("verdict", own.code(), List.of())));
        }
    }
}
