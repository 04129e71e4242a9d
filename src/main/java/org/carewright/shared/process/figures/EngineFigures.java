package org.carewright.shared.process.figures;

import java.util.List;

/**
 * The engine's work at one moment, over all clinics; holds no ids and no names but those of models.
 *
 * @param jobsDue jobs that could run now
 * @param jobsFailed jobs that used up their tries and wait for an operator
 */
record EngineFigures(
        double jobsDue, double jobsFailed, List<OfProcess> incidents, List<OfProcess> instances, List<OfTask> tasks) {

    /** What is told when the database doesn't answer: not zero, which would look well. */
    static final EngineFigures UNKNOWN = new EngineFigures(Double.NaN, Double.NaN, List.of(), List.of(), List.of());

    /** @param process the process id of the model */
    record OfProcess(String process, long number) {}

    /**
     * @param activity the task's id in the model
     * @param oldestSeconds how long the one that has waited longest has been open
     */
    record OfTask(String process, String activity, long number, long oldestSeconds) {}
}
