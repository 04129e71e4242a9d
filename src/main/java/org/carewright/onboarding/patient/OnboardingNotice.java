package org.carewright.onboarding.patient;

import java.util.Optional;
import org.carewright.identity.PortalNotice;
import org.carewright.identity.PortalPrincipal;
import org.springframework.stereotype.Component;

/** Leads a new patient from the portal's first page to what is still missing. */
@Component
class OnboardingNotice implements PortalNotice {

    private final Enrolments enrolments;

    OnboardingNotice(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @Override
    public Optional<Notice> of(PortalPrincipal person) {
        return enrolments
                .newestOf(person.accountId())
                .filter(enrolment ->
                        enrolment.status() == EnrolmentStatus.OPEN || enrolment.status() == EnrolmentStatus.ABANDONED)
                .map(enrolment -> new Notice(
                        enrolment.paperworkComplete() ? "onboarding.notice.complete" : "onboarding.notice.open",
                        "onboarding.checklist.title",
                        "/portal/onboarding"));
    }
}
