package org.carewright.compliance.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.compliance.emergency.BreakGlassVariables;
import org.carewright.compliance.emergency.Reviewers;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Find reviewer of emergency access",
        description =
                "Says to which role the review is offered: the privacy officers, without one the managers; nobody "
                        + "when only whoever opened the record is left.")
class FindReviewerDelegate implements JavaDelegate {

    private static final String NOBODY = "nobody";

    private final Reviewers reviewers;

    FindReviewerDelegate(Reviewers reviewers) {
        this.reviewers = reviewers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var review = reviewers.of(UUID.fromString(BreakGlassVariables.ACCESS_ID.from(execution)));
        BreakGlassVariables.REVIEW_BY.set(
                execution, review.map(found -> found.role().code()).orElse(NOBODY));
    }
}
