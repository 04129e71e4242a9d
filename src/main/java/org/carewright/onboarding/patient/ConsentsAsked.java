package org.carewright.onboarding.patient;

import java.time.Clock;
import java.util.Map;
import org.carewright.documents.consent.ConsentSigned;
import org.carewright.documents.consent.Consents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The consents that the clinic asks of everyone: signed wherever, they count for a new patient's paperwork. */
@Component
class ConsentsAsked {

    private final EnrolmentMapper rows;
    private final Enrolments enrolments;
    private final OnboardingProcess process;
    private final Consents consents;
    private final Clock clock;

    ConsentsAsked(
            EnrolmentMapper rows, Enrolments enrolments, OnboardingProcess process, Consents consents, Clock clock) {
        this.rows = rows;
        this.enrolments = enrolments;
        this.process = process;
        this.consents = consents;
        this.clock = clock;
    }

    /** Whether a consent asked of this patient isn't signed yet. */
    boolean open(Enrolment enrolment) {
        return !consents.complete(enrolment.patientId());
    }

    /** With the last one asked for, the process goes on. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void signed(ConsentSigned event) {
        rows.openOf(event.patientId())
                .map(enrolments::lock)
                .filter(ConsentsAsked::waits)
                .filter(enrolment -> !open(enrolment))
                .ifPresent(enrolment -> {
                    rows.setConsents(enrolment.id(), clock.instant());
                    process.tell(OnboardingVariables.CONSENTS_SIGNED, enrolment, Map.of());
                });
    }

    /** The form is chosen when the paperwork begins. */
    private static boolean waits(Enrolment enrolment) {
        return enrolment.status() == EnrolmentStatus.OPEN
                && enrolment.intakeForm() != null
                && enrolment.consentsAt() == null;
    }
}
