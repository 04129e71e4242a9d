package org.carewright.billing.app.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carewright.billing.app.PlansForApps;
import org.carewright.billing.app.web.PlanAnswers.PlanAnswer;
import org.carewright.billing.app.web.PlanAnswers.SubscriptionAnswer;
import org.carewright.billing.subscription.NewSubscription;
import org.carewright.identity.InClinic;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Plans and subscriptions for staff's apps and keys with {@code billing:read} or {@code billing:write}; patients' and
 * family members' tokens read those of who they have access to.
 */
@RestController
@RequestMapping("/api/v1")
class PlanApiController {

    private final PlansForApps plans;

    PlanApiController(PlansForApps plans) {
        this.plans = plans;
    }

    /**
     * A plan to be begun.
     *
     * @param startsOn its first day, today when left out, at most a year ahead
     * @param trial whether the plan's trial comes first; it does when left out
     * @param payBy card (charged when a period begins, where the patient has saved one) or invoice
     */
    record SubscriptionBody(
            @NotNull UUID patientId,
            @NotNull UUID planId,
            LocalDate startsOn,
            Boolean trial,
            @Pattern(regexp = "card|invoice") String payBy) {

        NewSubscription toNew() {
            return new NewSubscription(patientId, planId, startsOn, trial == null || trial, !"invoice".equals(payBy));
        }
    }

    /** @param planId of the same currency */
    record ChangeBody(UUID planId) {}

    /** @param when period_end (as when it is left out) or now */
    record CancelBody(String when) {

        boolean now() {
            if (when != null && !when.equals("now") && !when.equals("period_end")) {
                throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid_parameter");
            }
            return "now".equals(when);
        }
    }

    /** The plans that are sold, by name. */
    @GetMapping("/plans")
    List<PlanAnswer> list() {
        return plans.sold().stream().map(PlanAnswer::of).toList();
    }

    /** A patient's plans, newest first, also those that have ended. */
    @GetMapping("/subscriptions")
    List<SubscriptionAnswer> ofPatient(@RequestParam UUID patient, @AuthenticationPrincipal InClinic reader) {
        return plans.ofPatient(reader, patient).stream()
                .map(SubscriptionAnswer::of)
                .toList();
    }

    /**
     * Begins a plan for a patient.
     *
     * @param key the request's own, at most 200 characters: sent again with the same body it begins nothing new
     */
    @PostMapping("/subscriptions")
    @ResponseStatus(HttpStatus.CREATED)
    SubscriptionAnswer subscribe(
            @Valid @RequestBody SubscriptionBody body,
            @RequestHeader(name = "Idempotency-Key") @NotBlank @Size(max = 200) String key,
            @AuthenticationPrincipal InClinic asking) {
        return SubscriptionAnswer.of(plans.subscribe(asking, key, body.toNew()));
    }

    /** How a plan stands. */
    @GetMapping("/subscriptions/{id}")
    SubscriptionAnswer find(@PathVariable UUID id, @AuthenticationPrincipal InClinic reader) {
        return SubscriptionAnswer.of(plans.read(reader, id));
    }

    /** Changes to another plan from today: the rest of the old one is credited, the rest of the new one invoiced, by days. */
    @PostMapping("/subscriptions/{id}/change")
    SubscriptionAnswer change(
            @PathVariable UUID id, @RequestBody ChangeBody body, @AuthenticationPrincipal InClinic asking) {
        return SubscriptionAnswer.of(plans.change(asking, id, body.planId()));
    }

    /** Lets a plan rest from today; the days of the pause are not used up. */
    @PostMapping("/subscriptions/{id}/pause")
    SubscriptionAnswer pause(@PathVariable UUID id, @AuthenticationPrincipal InClinic asking) {
        return SubscriptionAnswer.of(plans.pause(asking, id));
    }

    /** Goes on after a pause; the period ends as many days later as it rested. */
    @PostMapping("/subscriptions/{id}/resume")
    SubscriptionAnswer resume(@PathVariable UUID id, @AuthenticationPrincipal InClinic asking) {
        return SubscriptionAnswer.of(plans.resume(asking, id));
    }

    /** Ends a plan with its period, or today with a credit for the days from tomorrow on. */
    @PostMapping("/subscriptions/{id}/cancel")
    SubscriptionAnswer cancel(
            @PathVariable UUID id,
            @RequestBody(required = false) CancelBody body,
            @AuthenticationPrincipal InClinic asking) {
        return SubscriptionAnswer.of(plans.cancel(asking, id, body != null && body.now()));
    }
}
