package org.carewright.scheduling.slots;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.carewright.scheduling.availability.Closure;
import org.carewright.scheduling.availability.OpeningHours;
import org.carewright.scheduling.availability.WallClockRange;
import org.carewright.scheduling.availability.Window;
import org.carewright.scheduling.slots.AvailabilityMapper.HoursRow;

/** One practitioner's hours from the rows that say them. */
final class HoursAssembly {

    private HoursAssembly() {}

    static OpeningHours of(List<HoursRow> rows) {
        var weekly = new HashMap<DayOfWeek, List<Window>>();
        var overrides = new HashMap<LocalDate, List<Window>>();
        var breaks = new HashMap<DayOfWeek, List<WallClockRange>>();
        for (var row : rows) {
            for (var i = 0; i < row.days().length; i++) {
                var day = row.days()[i];
                switch (row.kind()) {
                    case "weekly" ->
                        weekly.computeIfAbsent(DayOfWeek.of((int) day), key -> new ArrayList<>())
                                .add(window(row, i));
                    case "pause" ->
                        breaks.computeIfAbsent(DayOfWeek.of((int) day), key -> new ArrayList<>())
                                .add(time(row, i));
                    default -> {
                        var windows = overrides.computeIfAbsent(LocalDate.ofEpochDay(day), key -> new ArrayList<>());
                        if (row.fromMinutes()[i] < row.toMinutes()[i]) {
                            windows.add(window(row, i));
                        }
                    }
                }
            }
        }
        return new OpeningHours(weekly, overrides, breaks);
    }

    /** The closures among the rows. */
    static List<Closure> closures(List<HoursRow> rows) {
        var closures = new ArrayList<Closure>();
        for (var row : rows) {
            if (row.isClosure()) {
                for (var i = 0; i < row.fromMinutes().length; i++) {
                    closures.add(new Closure(
                            row.locationId(),
                            LocalDate.ofEpochDay(row.fromMinutes()[i]),
                            LocalDate.ofEpochDay(row.toMinutes()[i])));
                }
            }
        }
        return closures;
    }

    private static Window window(HoursRow row, int i) {
        return new Window(row.locationId(), time(row, i));
    }

    private static WallClockRange time(HoursRow row, int i) {
        return new WallClockRange((int) row.fromMinutes()[i], (int) row.toMinutes()[i]);
    }
}
