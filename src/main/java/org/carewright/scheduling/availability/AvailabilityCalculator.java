package org.carewright.scheduling.availability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Works out which starts are offered, exactly by the rules of design §10.
 *
 * <p>A window's day is the local date on which it opens. Windows of one day merge; the grid is anchored anew each day,
 * so that it doesn't depend on where a search begins, but a visit may run on into the next day's window where the two
 * touch at midnight. What blocks (visits, holds, absences) drops the starts it collides with and shifts nothing; what
 * isn't open (breaks, closures, other hours) makes windows and with them grids.
 */
public final class AvailabilityCalculator {

    private AvailabilityCalculator() {}

    /** All starts on the days asked for, by time, then in the practitioners' order; each once per practitioner. */
    public static List<Offer> offers(AvailabilityQuestion question) {
        var serviceVisits = StartsOfVisits.of(question.serviceVisits());
        var offers = new ArrayList<Offer>();
        for (var practitioner : question.practitioners()) {
            var visits = StartsOfVisits.of(practitioner.visits());
            Set<Long> taken = new HashSet<>();
            for (var site : question.sites()) {
                new Search(question, site, practitioner, visits, serviceVisits, taken, offers).run();
            }
        }
        // Stable: practitioners stay in their order within one start.
        offers.sort(Comparator.comparing(Offer::start));
        return offers;
    }
}
