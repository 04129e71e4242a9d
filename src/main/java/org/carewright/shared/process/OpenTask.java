package org.carewright.shared.process;

import java.time.Instant;

/**
 * A user task that waits for someone.
 *
 * @param id the engine's task id
 * @param activityId the model's element id, {@code Task_…}
 * @param name as the model says it, in a clinic's words
 * @param assignee account id of who has claimed it, or null
 */
public record OpenTask(
        String id, String activityId, String name, String assignee, Instant createdAt, String processInstanceId) {}
