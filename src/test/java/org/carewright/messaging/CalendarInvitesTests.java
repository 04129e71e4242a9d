package org.carewright.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.carewright.clinics.Clinic;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.Patient;
import org.carewright.patients.PreferredChannel;
import org.junit.jupiter.api.Test;

class CalendarInvitesTests {

    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00.5Z");
    private static final Instant START = Instant.parse("2026-10-30T18:30:00Z");
    private static final Clinic CLINIC = new Clinic(
            UUID.randomUUID(),
            "posture-perfect",
            "Posture Perfect: \"East\"",
            "physiotherapy",
            ZoneId.of("America/New_York"),
            Currency.getInstance("USD"),
            Locale.US,
            "US",
            "#0f5c8c",
            "hello@posture-perfect.example",
            "+12125550100",
            "",
            null,
            15,
            24);
    private static final Patient PATIENT =
            new Patient(UUID.randomUUID(), "Ann", "Lee", "ann@example.org", null, PreferredChannel.BOTH, "en");

    private final ClinicService clinics = mock();
    private final CalendarInvites invites = new CalendarInvites(clinics, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void asksForTheVisitToBeEntered() throws Exception {
        var attachment = invites.attachment(invite(0, false), CLINIC, PATIENT);

        var calendar = read(attachment.content());
        var event = event(calendar);
        assertThat(attachment.contentType()).isEqualTo("text/calendar; method=REQUEST; charset=UTF-8");
        assertThat(value(calendar, Property.METHOD)).isEqualTo("REQUEST");
        assertThat(value(event, Property.UID)).isEqualTo("visit-1@carewright");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("0");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(event, Property.DTSTART)).isEqualTo("20261030T183000Z");
        assertThat(value(event, Property.DTEND)).isEqualTo("20261030T193000Z");
        assertThat(value(event, Property.SUMMARY)).isEqualTo("Visit at Posture Perfect");
        assertThat(value(event, Property.LOCATION)).isEqualTo("1 Main Street; New York, NY");
        assertThat(value(event, Property.URL)).isEqualTo("https://clinic.example/m/abc");
        assertThat(value(event, Property.ORGANIZER)).isEqualTo("mailto:hello@posture-perfect.example");
        assertThat(value(event, Property.ATTENDEE)).isEqualTo("mailto:ann@example.org");
    }

    @Test
    void stampsWithTheClocksTime() throws Exception {
        var event =
                event(read(invites.attachment(invite(0, false), CLINIC, PATIENT).content()));

        assertThat(value(event, Property.DTSTAMP)).isEqualTo("20261001T080000Z");
    }

    @Test
    void takesTheVisitBackUnderTheSameId() throws Exception {
        var attachment = invites.attachment(invite(2, true), CLINIC, PATIENT);

        var calendar = read(attachment.content());
        assertThat(attachment.contentType()).isEqualTo("text/calendar; method=CANCEL; charset=UTF-8");
        assertThat(value(calendar, Property.METHOD)).isEqualTo("CANCEL");
        assertThat(value(event(calendar), Property.UID)).isEqualTo("visit-1@carewright");
        assertThat(value(event(calendar), Property.SEQUENCE)).isEqualTo("2");
        assertThat(value(event(calendar), Property.STATUS)).isEqualTo("CANCELLED");
    }

    @Test
    void namesNoPatientInAFileToDownload() throws Exception {
        when(clinics.current()).thenReturn(CLINIC);

        var content = invites.download(invite(1, false));

        assertThat(value(read(content), Property.METHOD)).isEqualTo("PUBLISH");
        assertThat(new String(content, StandardCharsets.UTF_8)).doesNotContain("ATTENDEE", "ann@example.org");
    }

    @Test
    void keepsHostileNamesInsideTheirValue() throws Exception {
        var hostile = new Patient(
                UUID.randomUUID(),
                "Ann\"\r\nATTACH:http://evil.example",
                "Lee;ROLE=CHAIR",
                "ann@example.org",
                null,
                PreferredChannel.BOTH,
                "en");

        var event =
                event(read(invites.attachment(invite(0, false), CLINIC, hostile).content()));

        assertThat(event.getProperty(Property.ATTACH)).isEmpty();
        var attendee = event.getRequiredProperty(Property.ATTENDEE);
        assertThat(attendee.<Parameter>getRequiredParameter(Parameter.ROLE).getValue())
                .isEqualTo("REQ-PARTICIPANT");
        assertThat(attendee.<Parameter>getRequiredParameter(Parameter.CN).getValue())
                .contains("ATTACH:http://evil.example Lee;ROLE=CHAIR");
    }

    @Test
    void endsLinesAsTheStandardWantsThemAndFoldsLongOnes() {
        var content =
                new String(invites.attachment(invite(0, false), CLINIC, PATIENT).content(), StandardCharsets.UTF_8);

        assertThat(content.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        assertThat(content.replace("\r\n", "")).doesNotContain("\n");
    }

    private static CalendarInvite invite(int sequence, boolean cancelled) {
        return new CalendarInvite(
                "visit-1@carewright",
                sequence,
                cancelled,
                START,
                START.plusSeconds(3600),
                ZoneId.of("America/New_York"),
                "Visit at Posture Perfect",
                "1 Main Street; New York, NY",
                "https://clinic.example/m/abc");
    }

    private static Calendar read(byte[] content) throws Exception {
        return new CalendarBuilder().build(new ByteArrayInputStream(content));
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponents().get(0);
    }

    private static String value(net.fortuna.ical4j.model.PropertyContainer owner, String property) {
        return owner.getRequiredProperty(property).getValue();
    }
}
