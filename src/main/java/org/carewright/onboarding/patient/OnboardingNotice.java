package org.carewright.onboarding.patient;

import java.util.Optional;
import org.carewright.identity.PortalNotice;
import org.carewright.identity.PortalPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leads a new patient from the portal's first page to what is still missing. */
@Component
class OnboardingNotice implements PortalNotice {

    private final Enrolments enrolments;
    private final PatientInvites invites;

    OnboardingNotice(Enrolments enrolments, PatientInvites invites) {
        this.enrolments = enrolments;
        this.invites = invites;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Notice> of(PortalPrincipal person) {
        var newest = enrolments.newestOf(person.accountId());
        if (newest.isEmpty()) {
            return invites.invited(person.accountId())
                    ? Optional.of(new Notice(
                            "onboarding.notice.invited", "onboarding.details.title", "/portal/onboarding/details"))
                    : Optional.empty();
        }
        return newest.filter(enrolment ->
                        enrolment.status() == EnrolmentStatus.OPEN || enrolment.status() == EnrolmentStatus.ABANDONED)
                .map(enrolment -> new Notice(
                        enrolment.paperworkComplete() ? "onboarding.notice.complete" : "onboarding.notice.open",
                        "onboarding.checklist.title",
                        "/portal/onboarding"));
    }
}
