package org.carewright.shared.process.figures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * The engine's figures as gauges (OPS-4). Labels are ids from models only, and there are at most {@value #MOST_SERIES}
 * of them. A model's own gauges appear with the reading after the one that first meets it.
 */
@Component
class EngineMetrics implements MeterBinder {

    private static final String PREFIX = "carewright.engine.";
    private static final int MOST_SERIES = 1000;

    private final CachedFigures figures;
    private final Set<Tags> known = ConcurrentHashMap.newKeySet();

    EngineMetrics(CachedFigures figures) {
        this.figures = figures;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(PREFIX + "jobs.due", this, metrics -> metrics.read(registry)
                        .jobsDue())
                .description("Jobs that could run now")
                .register(registry);
        Gauge.builder(PREFIX + "jobs.failed", this, metrics -> metrics.read(registry)
                        .jobsFailed())
                .description("Jobs that used up their tries")
                .register(registry);
    }

    private EngineFigures read(MeterRegistry registry) {
        var current = figures.current();
        current.instances().forEach(row -> meetProcess(registry, row.process()));
        current.incidents().forEach(row -> meetProcess(registry, row.process()));
        current.tasks().forEach(row -> meetTask(registry, row.process(), row.activity()));
        return current;
    }

    private void meetProcess(MeterRegistry registry, String process) {
        var tags = Tags.of("process", process);
        if (known.size() < MOST_SERIES && known.add(tags)) {
            gauge(registry, "instances", "Running instances", tags, current -> ofProcess(current.instances(), process));
            gauge(registry, "incidents", "Open incidents", tags, current -> ofProcess(current.incidents(), process));
        }
    }

    private void meetTask(MeterRegistry registry, String process, String activity) {
        var tags = Tags.of("process", process, "activity", activity);
        if (known.size() < MOST_SERIES && known.add(tags)) {
            gauge(
                    registry,
                    "tasks.open",
                    "Open user tasks",
                    tags,
                    current -> ofTask(current, process, activity, EngineFigures.OfTask::number));
            gauge(
                    registry,
                    "tasks.oldest.seconds",
                    "Age of the oldest open user task",
                    tags,
                    current -> ofTask(current, process, activity, EngineFigures.OfTask::oldestSeconds));
        }
    }

    private void gauge(
            MeterRegistry registry, String name, String description, Tags tags, ToDoubleFunction<EngineFigures> value) {
        Gauge.builder(PREFIX + name, figures, source -> value.applyAsDouble(source.current()))
                .description(description)
                .tags(tags)
                .register(registry);
    }

    private static double ofProcess(Iterable<EngineFigures.OfProcess> rows, String process) {
        for (var row : rows) {
            if (row.process().equals(process)) {
                return row.number();
            }
        }
        return 0;
    }

    private static double ofTask(
            EngineFigures figures, String process, String activity, ToDoubleFunction<EngineFigures.OfTask> value) {
        return figures.tasks().stream()
                .filter(row -> row.process().equals(process) && row.activity().equals(activity))
                .mapToDouble(value)
                .findFirst()
                .orElse(0);
    }
}
