package org.carewright.onboarding.clinic;

import java.util.Arrays;
import java.util.Optional;

/** What the process waits for the operator to do, in the order in which it is usually done. */
public enum OpeningStep {
    REACH_MANAGER("Task_ReachManager"),
    SET_UP_SERVICES("Task_SetUpServices"),
    HAND_OVER_POSTER("Task_HandOverPoster"),
    COMPLETE_SET_UP("Task_CompleteSetUp"),
    GO_LIVE("Task_GoLive");

    private final String activityId;

    OpeningStep(String activityId) {
        this.activityId = activityId;
    }

    /** The model's element id. */
    public String activityId() {
        return activityId;
    }

    /** As in addresses and message keys, e.g. {@code go-live}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static Optional<OpeningStep> of(String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }
}
