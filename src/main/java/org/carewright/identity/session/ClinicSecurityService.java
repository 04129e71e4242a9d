package org.carewright.identity.session;

import java.time.Clock;
import java.util.Map;
import org.carewright.identity.ClinicSecurityChanged;
import org.carewright.identity.session.ClinicSecurityChange.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The security settings of the clinic in scope. */
@Service
public class ClinicSecurityService {

    private static final int MOST_RANGES = 50;

    private final ClinicSecurityMapper settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClinicSecurityService(ClinicSecurityMapper settings, ApplicationEventPublisher events, Clock clock) {
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** The settings, or the defaults where the clinic has decided nothing. */
    @Transactional(readOnly = true)
    public ClinicSecurity current() {
        return settings.current().orElse(ClinicSecurity.DEFAULT);
    }

    /** Whether the administration's pages open for a client with that address. */
    @Transactional(readOnly = true)
    public boolean letsIn(String address) {
        var ranges = current().ranges();
        return ranges.isEmpty() || AddressRanges.contain(ranges, address);
    }

    /**
     * Changes the settings; they count from the next sign-in, the addresses at once.
     *
     * @param ownAddress the address of who changes them, which must stay let in
     * @return done, or what is wrong with which field
     */
    @Transactional
    public ClinicSecurityChange change(ClinicSecurity wanted, String ownAddress) {
        var refused = check(wanted, ownAddress);
        if (refused != null) {
            return refused;
        }
        var changes = current().changesTo(wanted);
        settings.save(wanted, clock.instant());
        if (!changes.isEmpty()) {
            events.publishEvent(new ClinicSecurityChanged(changes));
        }
        return new ClinicSecurityChange.Done();
    }

    private static Refused check(ClinicSecurity wanted, String ownAddress) {
        if (!isWithin(wanted.staffIdleMinutes(), ClinicSecurity.MOST_STAFF_IDLE_MINUTES)) {
            return new Refused("staffIdleMinutes", "bounds", Map.of());
        }
        if (!isWithin(wanted.portalIdleMinutes(), ClinicSecurity.MOST_PORTAL_IDLE_MINUTES)) {
            return new Refused("portalIdleMinutes", "bounds", Map.of());
        }
        var ranges = wanted.ranges();
        var wrong =
                ranges.stream().filter(range -> !AddressRanges.isRange(range)).findFirst();
        if (wrong.isPresent() || ranges.size() > MOST_RANGES) {
            return new Refused("adminAddresses", "range", Map.of("value", wrong.orElse("")));
        }
        if (!ranges.isEmpty() && !AddressRanges.contain(ranges, ownAddress)) {
            return new Refused("adminAddresses", "own", Map.of("value", ownAddress));
        }
        return null;
    }

    private static boolean isWithin(int minutes, int most) {
        return minutes >= ClinicSecurity.LEAST_IDLE_MINUTES && minutes <= most;
    }
}
