package org.carewright.onboarding.patient;

import org.springframework.stereotype.Component;

/** Which consents the clinic asks of a new patient. */
@Component
class ConsentsAsked {

    /** Whether a consent asked of this patient isn't signed yet. */
    boolean open(Enrolment enrolment) {
        return false;
    }
}
