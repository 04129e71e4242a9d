package org.carewright.test;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.carewright.clinics.NewClinic;
import org.carewright.identity.Door;
import org.carewright.identity.account.Invites;
import org.carewright.onboarding.clinic.ClinicOpenings;
import org.carewright.onboarding.clinic.PreparedOffer;
import org.carewright.scheduling.catalogue.ServiceDraft;
import org.carewright.scheduling.setup.ClinicSetup;
import org.carewright.scheduling.setup.WorkingPractitioner;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/** Clinics that an operator is opening, for tests. */
@Component
public class TestOpenings {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String INVITE = "/desk/invite/";

    private final ClinicOpenings openings;
    private final PreparedOffer offers;
    private final ClinicSetup setup;
    private final Invites invites;
    private final TestMail mail;
    private final ClinicScope scope;

    TestOpenings(
            ClinicOpenings openings,
            PreparedOffer offers,
            ClinicSetup setup,
            Invites invites,
            TestMail mail,
            ClinicScope scope) {
        this.openings = openings;
        this.offers = offers;
        this.setup = setup;
        this.invites = invites;
        this.mail = mail;
        this.scope = scope;
    }

    /** A clinic whose opening has just begun. */
    public record Opening(UUID clinicId, String slug, String managerEmail) {}

    public Opening begin() {
        var slug = "new-clinic-" + NUMBER.incrementAndGet();
        var manager = "manager@" + slug + ".example";
        var id = openings.open(clinic(slug), "Mona Ferrier", manager, UUID.randomUUID());
        return new Opening(id, slug, manager);
    }

    public NewClinic clinic(String slug) {
        return new NewClinic(
                slug,
                "Harbour Physio " + slug,
                "physiotherapy",
                ZoneId.of("America/New_York"),
                Currency.getInstance("USD"),
                Locale.US,
                "US",
                "#0f6e84",
                "hello@" + slug + ".example",
                "+12125550100",
                "1 Pier Road",
                null);
    }

    /** The manager accepts the newest invite that came by mail. */
    public void accept(Opening opening) {
        accept(mail.linkTo(opening.managerEmail()));
    }

    public void accept(String link) {
        invites.accept(
                Door.DESK, link.substring(link.indexOf(INVITE) + INVITE.length()), "Mona Ferrier", TestStaff.PASSWORD);
    }

    /** Someone with hours on weekdays, a room, and a service they give in it. */
    public void fill(Opening opening) {
        var id = opening.clinicId();
        offers.addRoom(id, "Room 1");
        addPractitioner(opening);
        offers.addService(
                id,
                new ServiceDraft(
                        "First visit",
                        "",
                        "pt",
                        "in_person",
                        45,
                        9000,
                        0,
                        0,
                        5,
                        15,
                        60,
                        90,
                        null,
                        1,
                        false,
                        Set.of(practitioner(opening)),
                        scope.call(id, setup::rooms).stream()
                                .map(ClinicSetup.Resource::id)
                                .collect(java.util.stream.Collectors.toSet())));
    }

    public void addPractitioner(Opening opening) {
        offers.addPractitioner(
                opening.clinicId(),
                new PreparedOffer.Practitioner(
                        "Ada Quill",
                        "PT",
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 0),
                        new PreparedOffer.Pause(LocalTime.NOON, LocalTime.of(13, 0))));
    }

    public UUID practitioner(Opening opening) {
        return scope.call(opening.clinicId(), setup::practitioners).stream()
                .map(WorkingPractitioner::id)
                .findFirst()
                .orElseThrow();
    }
}
