package org.carewright.scheduling.desk;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.carewright.audit.AuditEntry;
import org.carewright.audit.AuditLog;
import org.carewright.clinics.ClinicService;
import org.carewright.messaging.CalendarInvite;
import org.carewright.messaging.CalendarInvites;
import org.carewright.scheduling.AppointmentStatus;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.desk.DeskMapper.DeskRow;
import org.carewright.scheduling.desk.DeskService.Staff;
import org.carewright.scheduling.token.ManageToken;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.shared.web.PublicUrl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Practitioners' visits as calendar feeds behind secret, revocable addresses (SCH-13). An entry tells when, where and
 * which service, never who: a feed lies in calendars outside the clinic.
 */
@Service
public class CalendarFeedService {

    private static final Duration PAST = Duration.ofDays(14);
    private static final Duration AHEAD = Duration.ofDays(180);
    private static final int TOKEN_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CalendarFeedMapper feeds;
    private final DeskMapper visits;
    private final CatalogueService catalogue;
    private final CalendarInvites calendars;
    private final ClinicService clinics;
    private final PublicUrl publicUrl;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CalendarFeedService(
            CalendarFeedMapper feeds,
            DeskMapper visits,
            CatalogueService catalogue,
            CalendarInvites calendars,
            ClinicService clinics,
            PublicUrl publicUrl,
            AuditLog audit,
            ClinicScope clinic,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.feeds = feeds;
        this.visits = visits;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.clinics = clinics;
        this.publicUrl = publicUrl;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The feeds given out in the clinic in scope. */
    @Transactional(readOnly = true)
    public List<CalendarFeed> all() {
        return feeds.all().stream()
                .map(row -> new CalendarFeed(row.id(), row.practitionerId(), row.createdAt()))
                .toList();
    }

    /** Gives out a new address for a practitioner's calendar. @return the address, never shown again */
    @Transactional
    public String create(UUID practitionerId, Staff staff) {
        if (catalogue.practitioners().stream().noneMatch(person -> person.id().equals(practitionerId))) {
            throw ProblemException.notFound();
        }
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = UUID.randomUUID();
        feeds.insert(
                clinic.required(), id, practitionerId, ManageToken.hash(token), staff.accountId(), clock.instant());
        record(staff, "calendar_feed.created", id);
        return publicUrl.of("/calendar/" + token + ".ics");
    }

    /** Ends a feed: its address answers 404 from now on. @throws ProblemException 404 */
    @Transactional
    public void revoke(UUID id, Staff staff) {
        if (feeds.lock(id) == null) {
            throw ProblemException.notFound();
        }
        feeds.delete(id);
        record(staff, "calendar_feed.revoked", id);
    }

    /** The calendar behind an address's token: two weeks back, half a year ahead. @throws ProblemException 404 */
    public byte[] read(String token) {
        var owner = transaction.execute(status -> feeds.ownerOfToken(ManageToken.hash(token)));
        if (owner == null) {
            throw ProblemException.notFound();
        }
        return clinic.call(owner.clinicId(), () -> transaction.execute(status -> calendar(owner.practitionerId())));
    }

    private byte[] calendar(UUID practitionerId) {
        var now = clock.instant();
        var here = clinics.current();
        var entries = visits.visitsBetween(now.minus(PAST), now.plus(AHEAD), practitionerId).stream()
                .filter(row -> takesPlace(AppointmentStatus.of(row.status())))
                .map(row -> entry(row, here.slug(), here.timeZone()))
                .toList();
        return calendars.feed(here.name(), entries);
    }

    private static boolean takesPlace(AppointmentStatus status) {
        return status != AppointmentStatus.CANCELLED && status != AppointmentStatus.REJECTED;
    }

    private CalendarInvite entry(DeskRow row, String slug, java.time.ZoneId zone) {
        return new CalendarInvite(
                row.id() + "@" + slug + ".carewright",
                0,
                false,
                row.startsAt(),
                row.endsAt(),
                zone,
                row.serviceName(),
                row.roomName(),
                publicUrl.of("/desk/appointments/" + row.id()));
    }

    private void record(Staff staff, String action, UUID id) {
        audit.record(
                new AuditEntry(staff.accountId(), staff.role(), action, "calendar_feed", id, null, "success", null));
    }
}
