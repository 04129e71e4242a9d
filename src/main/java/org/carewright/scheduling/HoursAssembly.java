package org.carewright.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.carewright.scheduling.AvailabilityMapper.HoursRow;
import org.carewright.scheduling.availability.OpeningHours;
import org.carewright.scheduling.availability.WallClockRange;
import org.carewright.scheduling.availability.Window;

/** One practitioner's hours from the rows that say them. */
final class HoursAssembly {

    private HoursAssembly() {}

    static OpeningHours of(List<HoursRow> rows) {
        var weekly = new HashMap<DayOfWeek, List<Window>>();
        var overrides = new HashMap<LocalDate, List<Window>>();
        var breaks = new HashMap<DayOfWeek, List<WallClockRange>>();
        for (var row : rows) {
            switch (row.kind()) {
                case "weekly" ->
                    weekly.computeIfAbsent(DayOfWeek.of(row.weekday()), day -> new ArrayList<>())
                            .add(window(row));
                case "pause" ->
                    breaks.computeIfAbsent(DayOfWeek.of(row.weekday()), day -> new ArrayList<>())
                            .add(time(row));
                default -> {
                    var windows = overrides.computeIfAbsent(row.onDate(), day -> new ArrayList<>());
                    if (row.fromMinute() != null) {
                        windows.add(window(row));
                    }
                }
            }
        }
        return new OpeningHours(weekly, overrides, breaks);
    }

    private static Window window(HoursRow row) {
        return new Window(row.locationId(), time(row));
    }

    private static WallClockRange time(HoursRow row) {
        return new WallClockRange(row.fromMinute(), row.toMinute());
    }
}
