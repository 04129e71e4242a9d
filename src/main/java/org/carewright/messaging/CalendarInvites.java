package org.carewright.messaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.carewright.clinics.Clinic;
import org.carewright.clinics.ClinicService;
import org.carewright.integrations.email.OutgoingEmail.Attachment;
import org.carewright.messaging.text.PlainLine;
import org.carewright.patients.Patient;
import org.springframework.stereotype.Component;

/**
 * Visits as iCalendar (RFC 5545, 5546; SCH-13). Times are written in UTC: every calendar shows them in its reader's
 * zone, and no zone definition can be out of date.
 */
@Component
public class CalendarInvites {

    /** Media type of a downloaded entry. */
    public static final String MEDIA_TYPE = "text/calendar; charset=UTF-8";

    private static final String FILE_NAME = "visit.ics";
    private static final String PRODUCT = "-//Carewright//Carewright//EN";
    private static final String REFRESH = "PT1H";
    private static final int LONGEST_NAME = 100;

    private final ClinicService clinics;
    private final Clock clock;

    CalendarInvites(ClinicService clinics, Clock clock) {
        this.clinics = clinics;
        this.clock = clock;
    }

    /** The visit as a file to download, for whoever has the link; it names no patient. In the clinic's scope. */
    public byte[] download(CalendarInvite invite) {
        return write(invite, ImmutableMethod.PUBLISH, event(invite, clinics.current()));
    }

    /** Many visits as a calendar to subscribe to; it names no patient. In the clinic's scope. */
    public byte[] feed(String name, List<CalendarInvite> visits) {
        var clinic = clinics.current();
        var calendar = calendar(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", PlainLine.of(name, LONGEST_NAME)))
                .add(new XProperty("REFRESH-INTERVAL;VALUE=DURATION", REFRESH))
                .add(new XProperty("X-PUBLISHED-TTL", REFRESH));
        visits.forEach(visit -> calendar.add(event(visit, clinic)));
        return write(calendar);
    }

    /** The visit as a mail's attachment: asks the patient's calendar to enter, change or remove it. */
    Attachment attachment(CalendarInvite invite, Clinic clinic, Patient patient) {
        var method = invite.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST;
        var event = event(invite, clinic);
        event.add(attendee(patient));
        return new Attachment(
                FILE_NAME,
                "text/calendar; method=" + method.getValue() + "; charset=UTF-8",
                write(invite, method, event));
    }

    private VEvent event(CalendarInvite invite, Clinic clinic) {
        var event = new VEvent(false);
        event.add(new Uid(invite.uid()))
                .add(new DtStamp(clock.instant().truncatedTo(ChronoUnit.SECONDS)))
                .add(new Sequence(invite.sequence()))
                .add(new DtStart<>(invite.start()))
                .add(new DtEnd<>(invite.end()))
                .add(new Summary(invite.summary()))
                .add(new Organizer(mailto(clinic.email())).add(new Cn(PlainLine.of(clinic.name(), LONGEST_NAME))))
                .add(invite.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED)
                .add(ImmutableTransp.OPAQUE);
        if (invite.location() != null && !invite.location().isBlank()) {
            event.add(new Location(invite.location()));
        }
        if (invite.url() != null && !invite.url().isBlank()) {
            event.add(new Url(URI.create(invite.url())));
        }
        return event;
    }

    /** The patient has booked the visit, so the entry counts as accepted and asks for no answer. */
    private static Property attendee(Patient patient) {
        return new Attendee(mailto(patient.email()))
                .add(new Cn(PlainLine.of(patient.fullName(), LONGEST_NAME)))
                .add(Role.REQ_PARTICIPANT)
                .add(PartStat.ACCEPTED)
                .add(Rsvp.FALSE);
    }

    private static byte[] write(CalendarInvite invite, Method method, VEvent event) {
        var calendar = calendar(method);
        calendar.add(event);
        return write(calendar);
    }

    private static Calendar calendar(Method method) {
        var calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT))
                .add(ImmutableVersion.VERSION_2_0)
                .add(ImmutableCalScale.GREGORIAN)
                .add(method);
        return calendar;
    }

    private static byte[] write(Calendar calendar) {
        try (var bytes = new ByteArrayOutputStream()) {
            // A feed without any visit is a calendar too.
            new CalendarOutputter(false).output(calendar, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A calendar could not be written", e);
        }
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            // The exception would carry the address.
            throw new IllegalStateException("An address can't be written as a link");
        }
    }
}
