package org.carewright.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carewright.clinics.ClinicService;
import org.carewright.clinics.OpenedClinic;
import org.carewright.identity.AccountSetup;
import org.carewright.identity.NewAccount;
import org.carewright.identity.NewPortalAccount;
import org.carewright.identity.Role;
import org.carewright.integrations.account.AccountDraft;
import org.carewright.integrations.account.AccountKind.Mode;
import org.carewright.integrations.account.ProviderAccounts;
import org.carewright.integrations.payment.Gateway;
import org.carewright.scheduling.catalogue.NewPractitioner;
import org.carewright.scheduling.catalogue.NewService;
import org.carewright.scheduling.catalogue.SchedulingSetup;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Creates a demo clinic: staff, rooms, hours, services, a day off and a closure. */
@Component
class DemoSetup {

    private static final int NOTICE_MINUTES = 60;
    private static final int HORIZON_DAYS = 90;
    private static final int CLEAN_UP_MINUTES = 5;
    private static final String RUPEES = "INR";

    private final ClinicService clinics;
    private final AccountSetup accounts;
    private final SchedulingSetup scheduling;
    private final DemoConsents consents;
    private final ProviderAccounts payments;
    private final ClinicScope scope;
    private final Clock clock;

    DemoSetup(
            ClinicService clinics,
            AccountSetup accounts,
            SchedulingSetup scheduling,
            DemoConsents consents,
            ProviderAccounts payments,
            ClinicScope scope,
            Clock clock) {
        this.clinics = clinics;
        this.accounts = accounts;
        this.scheduling = scheduling;
        this.consents = consents;
        this.payments = payments;
        this.scope = scope;
        this.clock = clock;
    }

    /** Must run in the transaction that also fills its calendar: a clinic that exists is complete. */
    @Transactional(propagation = Propagation.MANDATORY)
    CreatedClinic create(DemoClinic demo, String passwordHash) {
        var opened = clinics.create(demo.clinic());
        return scope.call(opened.clinicId(), () -> {
            staff(demo, "reception", demo.receptionist(), Role.RECEPTIONIST, passwordHash);
            staff(demo, "manager", demo.manager(), Role.MANAGER, passwordHash);
            staff(demo, "billing", demo.billing(), Role.BILLING, passwordHash);
            staff(demo, "privacy", demo.privacyOfficer(), Role.PRIVACY_OFFICER, passwordHash);
            var portalAccounts = portal(demo, passwordHash);
            consents.create();
            upi(demo);
            var practitioners = practitioners(demo, opened, passwordHash);
            var rooms = demo.rooms().stream()
                    .map(name -> scheduling.createRoom(opened.mainLocationId(), name))
                    .toList();
            var services = services(demo, practitioners, rooms);
            daysOff(demo, practitioners);
            return new CreatedClinic(demo, opened, practitioners, rooms, services, portalAccounts);
        });
    }

    private List<UUID> practitioners(DemoClinic demo, OpenedClinic opened, String passwordHash) {
        var ids = new ArrayList<UUID>();
        for (var person : demo.staff()) {
            var place = ids.size() + 1;
            var account = staff(demo, "practitioner" + place, person.name(), Role.PRACTITIONER, passwordHash);
            ids.add(scheduling.createPractitioner(
                    opened.mainLocationId(),
                    new NewPractitioner(
                            account, person.name(), person.title(), person.hours(), person.pauses(), place)));
        }
        return ids;
    }

    private List<UUID> services(DemoClinic demo, List<UUID> practitioners, List<UUID> rooms) {
        var ids = new ArrayList<UUID>();
        for (var service : demo.services()) {
            var needsRoom = !service.rooms().isEmpty();
            ids.add(scheduling.createService(new NewService(
                    service.name(),
                    service.description(),
                    service.speciality(),
                    service.mode(),
                    service.minutes(),
                    service.priceMinor(),
                    service.depositMinor(),
                    0,
                    needsRoom ? CLEAN_UP_MINUTES : 0,
                    NOTICE_MINUTES,
                    HORIZON_DAYS,
                    service.seats(),
                    service.approvalRequired(),
                    needsRoom,
                    pick(practitioners, service.practitioners()),
                    pick(rooms, service.rooms()),
                    ids.size() + 1)));
        }
        return ids;
    }

    /** An address that no bank has, so that codes can be tried and nobody pays. */
    private void upi(DemoClinic demo) {
        if (RUPEES.equals(demo.clinic().currency().getCurrencyCode())) {
            var address = Map.of(
                    "vpa",
                    demo.clinic().slug() + "@sandbox",
                    "payee_name",
                    demo.clinic().name());
            payments.connect(new AccountDraft(Gateway.UPI, Mode.TEST, List.of(RUPEES), address));
        }
    }

    private void daysOff(DemoClinic demo, List<UUID> practitioners) {
        var zone = demo.clinic().timeZone();
        var today = LocalDate.now(clock.withZone(zone));
        var dayOff = today.plusDays(9)
                .with(TemporalAdjusters.nextOrSame(demo.staff().get(1).days().get(1)));
        scheduling.addTimeOff(
                practitioners.get(1),
                dayOff.atStartOfDay(zone).toInstant(),
                dayOff.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(zone).toInstant(),
                "Day off");
        var closed = today.plusDays(24);
        scheduling.addClosure(closed, closed, demo.closure());
    }

    private UUID staff(DemoClinic demo, String login, String name, Role role, String passwordHash) {
        return accounts.createStaff(new NewAccount(demo.login(login), name, role, passwordHash, true));
    }

    /** The first two patients can sign in at the portal: one as a patient, one as family. */
    private List<UUID> portal(DemoClinic demo, String passwordHash) {
        var people = DemoPatients.people(demo);
        var ids = new ArrayList<UUID>();
        var logins = List.of("patient", "family");
        for (var i = 0; i < logins.size(); i++) {
            var person = people.get(i);
            ids.add(accounts.createPortal(new NewPortalAccount(
                    demo.login(logins.get(i)),
                    person.givenName() + " " + person.familyName(),
                    person.phone(),
                    person.language(),
                    passwordHash,
                    true,
                    true)));
        }
        return ids;
    }

    private static Set<UUID> pick(List<UUID> from, Set<Integer> indexes) {
        return indexes.stream().map(from::get).collect(Collectors.toSet());
    }
}
