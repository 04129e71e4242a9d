package org.carewright.scheduling.timing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which reminder comes next (SCH-8). The rows come from {@code ReminderPlanDecision}; those whose moment has passed are
 * skipped, two at the same moment both go out.
 */
public final class ReminderPlan {

    private static final Comparator<Reminder> ORDER =
            Comparator.comparing(Reminder::dueAt).thenComparing(Reminder::channel);

    private final List<Reminder> reminders;

    private ReminderPlan(List<Reminder> reminders) {
        this.reminders = reminders;
    }

    /** @param channel {@code email} or {@code sms} */
    public record Reminder(Instant dueAt, String channel, String before) {}

    /** @param rows the decision's outputs {@code before} and {@code channel} */
    public static ReminderPlan of(List<Map<String, Object>> rows, Instant visitStart, ZoneId zone) {
        return new ReminderPlan(rows.stream()
                .map(row -> {
                    var before = String.valueOf(row.get("before"));
                    return new Reminder(
                            VisitTimes.ahead(visitStart, before, zone), String.valueOf(row.get("channel")), before);
                })
                .sorted(ORDER)
                .toList());
    }

    /**
     * The next reminder to wait for.
     *
     * @param last the one sent before, or null at the start of the plan
     */
    public Optional<Reminder> next(Instant now, Reminder last) {
        return reminders.stream()
                .filter(reminder -> last == null || ORDER.compare(reminder, last) > 0)
                .filter(reminder -> reminder.dueAt().isAfter(now)
                        || last != null && reminder.dueAt().equals(last.dueAt()))
                .findFirst();
    }
}
