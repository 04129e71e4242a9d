package org.carewright.billing.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.carewright.billing.ledger.Entry;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.ledger.LedgerAccount;
import org.carewright.billing.ledger.Posting;
import org.carewright.billing.plan.IntervalUnit;
import org.carewright.billing.plan.NewPlan;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.reversal.Reversals;
import org.carewright.billing.subscription.Subscriptions;
import org.carewright.identity.Role;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestTime;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Figures of money agree with the ledger, whatever was summed before (REP-2, BIL-8). */
@CarewrightTest
class MoneyFiguresTests {

    private static final LocalDate START = LocalDate.of(2026, 3, 1);
    private static final Currency USD = Currency.getInstance("USD");

    @RegisterExtension
    final TestTime time = new TestTime();

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestStaff staff;

    @Autowired
    TestMoney money;

    @Autowired
    Reversals reversals;

    @Autowired
    Ledger ledger;

    @Autowired
    MoneyFigures figures;

    @Autowired
    DayTotals totals;

    @Autowired
    Plans plans;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    JdbcTemplate database;

    private TestClinic clinic;
    private List<UUID> services;

    @BeforeEach
    void open() {
        clinic = clinics.open(ZoneId.of("UTC"));
        services = List.of(
                scheduling.service(clinic, Map.of("name", "First")),
                scheduling.service(clinic, Map.of("name", "Next")));
    }

    @Test
    void summedDaysAndOpenDaysTogetherAreThePlainSum() {
        var random = new Random(20261121);
        for (var day = 0; day < 60; day++) {
            at(START.plusDays(day), 12);
            for (var i = random.nextInt(4); i > 0; i--) {
                post(random);
            }
            if (random.nextInt(5) == 0) {
                scheduling.in(clinic, totals::close);
            }
        }
        for (var i = 0; i < 25; i++) {
            var from = START.plusDays(random.nextInt(60));
            var to = from.plusDays(random.nextInt(60));
            assertAgreesWithLedger(from, to);
        }
        assertThat(scheduling.count(clinic, "billing.day_total")).isPositive();
    }

    @Test
    void summedMonthsAndOpenDaysTogetherAreThePlainSum() {
        var random = new Random(20261122);
        for (var day = 0; day < 430; day += 1 + random.nextInt(5)) {
            at(START.plusDays(day), 12);
            post(random);
            if (random.nextInt(20) == 0) {
                scheduling.in(clinic, totals::close);
            }
        }
        for (var i = 0; i < 25; i++) {
            var from = i % 5 == 0 ? START.plusMonths(random.nextInt(3)) : START.plusDays(random.nextInt(120));
            assertAgreesWithLedger(from, from.plusDays(184 + random.nextInt(240)));
        }
        assertThat(scheduling.count(clinic, "billing.month_total")).isPositive();
    }

    @Test
    void whatIsBookedInASummedMonthIsCountedAllTheSame() {
        var end = START.plusDays(250);
        at(START, 12);
        post(new Random(1));
        at(end, 12);
        scheduling.in(clinic, totals::close);
        at(START.plusDays(40), 13);
        post(new Random(2));
        at(end, 12);

        assertAgreesWithLedger(START, end);
        scheduling.in(clinic, totals::close);
        assertThat(scheduling.in(
                        clinic,
                        () -> database.queryForList(
                                "select month from billing.month_total group by 1 order by 1", LocalDate.class)))
                .containsExactly(START, START.plusMonths(1));
        assertAgreesWithLedger(START, end);
    }

    @Test
    void closingAgainChangesNothing() {
        at(START, 12);
        post(new Random(1));
        at(START.plusDays(1), 2);

        assertThat(scheduling.in(clinic, totals::close)).isTrue();
        var once = rows();
        assertThat(scheduling.in(clinic, totals::close)).isFalse();

        assertThat(rows()).isEqualTo(once).isNotEmpty();
    }

    @Test
    void aDayStaysOpenUntilWhatWasBegunBeforeMidnightIsBooked() {
        at(START, 12);
        post(new Random(1));
        at(START.plusDays(1), 0);

        scheduling.in(clinic, totals::close);

        assertThat(rows()).isEmpty();
    }

    @Test
    void whatIsBookedOnAClosedDayIsCountedAllTheSame() {
        at(START, 12);
        post(new Random(1));
        at(START.plusDays(2), 12);
        scheduling.in(clinic, totals::close);
        at(START, 13);
        post(new Random(2));
        at(START.plusDays(2), 12);

        assertThat(figures(START, START).revenueMinor()).isEqualTo(-plain("account = 'revenue'", START, START));
    }

    @Test
    void ageCountsFromTheDueDay() {
        var patient = scheduling.patient(clinic);
        at(START, 12);
        money.issued(clinic, patient, 1000);
        var due = START.plusDays(14);
        for (var expected :
                Map.of(0, 0, 30, 0, 31, 1, 60, 1, 61, 2, 90, 2, 91, 3).entrySet()) {
            at(due.plusDays(expected.getKey()), 12);
            var told = figures(START, START).ageing();
            assertThat(told.get(expected.getValue()).minor())
                    .as("after %d days", expected.getKey())
                    .isEqualTo(1000);
            assertThat(told.stream().mapToLong(MoneyFigures.Ageing::minor).sum())
                    .isEqualTo(1000);
        }
    }

    @Test
    void whatWasBookedByMistakeAndTakenBackWasNotReceived() {
        at(LocalDate.of(2026, 5, 10), 12);
        var invoice = money.issued(clinic, scheduling.patient(clinic), 8000);
        var mistaken = money.cash(clinic, invoice, 8000).id();
        scheduling.in(clinic, () -> {
            reversals.reverse(mistaken, "A zero too many");
            return true;
        });
        money.cash(clinic, invoice, 800);

        var told = figures(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31));

        assertThat(told.receivedMinor()).isEqualTo(800);
        assertThat(told.refundedMinor()).isZero();
    }

    @Test
    void tellsReceivedAndRefundedByMethodAndTheTimeBefore() {
        var patient = scheduling.patient(clinic);
        at(LocalDate.of(2026, 4, 10), 12);
        money.cash(clinic, money.issued(clinic, patient, 5000), 5000);
        at(LocalDate.of(2026, 5, 10), 12);
        money.cash(clinic, money.issued(clinic, patient, 8000), 3000);

        var told = figures(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31));

        assertThat(told.revenueMinor()).isEqualTo(8000);
        assertThat(told.revenueBeforeMinor()).isEqualTo(5000);
        assertThat(told.receivedMinor()).isEqualTo(3000);
        assertThat(told.byMethod()).containsExactly(new MoneyFigures.ByMethod("cash", 3000, 0));
        assertThat(told.outstandingMinor()).isEqualTo(5000);
    }

    @Test
    void tellsWhatThePlansThatRunBringInEveryMonth() {
        var patient = scheduling.patient(clinic);
        scheduling.in(clinic, () -> {
            var plan = plans.create(new NewPlan("Quarterly", null, USD, 30_000L, IntervalUnit.MONTH, 3, 0, 0));
            return subscriptions.subscribe(patient, plan);
        });

        assertThat(figures(START, START).recurringMinor()).isEqualTo(10_000);
        assertThat(visitor(Role.BILLING).get("/desk/figures/money").body()).contains("$100.00");
    }

    @Test
    void thePageHasATableBehindEveryChart() {
        var patient = scheduling.patient(clinic);
        money.cash(clinic, money.issued(clinic, patient, 8000), 3000);
        var visitor = visitor(Role.BILLING);

        var body = visitor.get("/desk/figures/money").body();

        assertThat(body).contains("id=\"trend\"", "id=\"by-service\"", "id=\"by-method\"", "id=\"ageing\"");
        assertThat(body).contains("$80.00", "$30.00", "$50.00", "data-value=\"8000\"");
        assertThat(visitor.get("/desk/figures/money?from=2026-02-30").statusCode())
                .isEqualTo(400);
        assertThat(visitor.get("/desk/figures/money?from=2026-03-02&to=2026-03-01")
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitor(Role.RECEPTIONIST).get("/desk/figures/money").statusCode())
                .isEqualTo(403);
    }

    @Test
    void theFileHasALinePerEntryAndStartsNoFormula() {
        var patient = scheduling.patient(clinic);
        var service = scheduling.service(clinic, Map.of("name", "=HYPERLINK(1)"), scheduling.practitioner(clinic));
        money.cash(clinic, money.issued(clinic, patient, 8000), 3000);
        scheduling.in(
                clinic,
                () -> ledger.post(new Posting(
                        "test_sale",
                        UUID.randomUUID(),
                        USD,
                        List.of(Entry.money("cash", 700, null, null), Entry.revenue(-700, null, service)))));
        var visitor = visitor(Role.BILLING);

        var lines = csv(visitor);

        assertThat(lines).hasSize(1 + scheduling.count(clinic, "billing.entry"));
        assertThat(lines.get(0))
                .startsWith("booked on,posting,line,kind,account,debit,credit,currency,invoice,receipt");
        assertThat(String.join("\n", lines))
                .contains(",payment,", "80.00", "30.00", "INV-", "REC-", ",'=HYPERLINK(1)")
                .doesNotContain(",-", ",=");
        assertThat(scheduling.in(
                        clinic,
                        () -> database.queryForObject(
                                "select count(*) from audit.event where action = 'ledger.exported'", Integer.class)))
                .isEqualTo(1);
    }

    @Test
    void appsOfThoseWhoBillReadTheFigures() {
        var patient = scheduling.patient(clinic);
        money.issued(clinic, patient, 8000);
        var path = "/api/v1/admin/analytics/financial";

        var told = new ApiClient(port).signedIn(staff.of(clinic, Role.BILLING)).get(path);

        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(ApiClient.json(told).get("revenueMinor").asLong()).isEqualTo(8000);
        assertThat(new ApiClient(port)
                        .signedIn(staff.of(clinic, Role.RECEPTIONIST))
                        .get(path)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPeriodIsAtMostTenYears() {
        assertThatThrownBy(() -> new Period(START.minusYears(11), START)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> csv(Visitor visitor) {
        var answer = visitor.postForm(
                "/desk/figures/money/ledger.csv", Map.of("_csrf", visitor.csrfToken("/desk/figures/money")));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().lines().toList();
    }

    private void post(Random random) {
        var net = 1 + random.nextInt(9000);
        var tax = random.nextInt(900);
        var service = services.get(random.nextInt(2));
        var back = random.nextInt(4) == 0;
        var entries = new ArrayList<Entry>();
        entries.add(Entry.money(random.nextBoolean() ? "cash" : "card", back ? -net - tax : net + tax, null, null));
        entries.add(Entry.revenue(back ? net : -net, null, service));
        entries.add(Entry.credit(LedgerAccount.TAX, back ? -tax : tax, null, null));
        var kind = back ? "refund" : "payment";
        scheduling.in(clinic, () -> ledger.post(new Posting(kind, UUID.randomUUID(), USD, entries)));
    }

    private MoneyFigures.Figures figures(LocalDate from, LocalDate to) {
        return scheduling.in(clinic, () -> figures.of(from, to, "USD"));
    }

    private long plain(String where, LocalDate from, LocalDate to) {
        return scheduling.in(
                clinic,
                () -> database.queryForObject(
                        "select coalesce(sum(amount_minor), 0) from billing.entry where " + where
                                + " and booked_on between ? and ?",
                        Long.class,
                        from,
                        to));
    }

    /** Reading closes what is over, so the second of two readings comes from other rows than the first. */
    private void assertAgreesWithLedger(LocalDate from, LocalDate to) {
        var told = figures(from, to);
        assertThat(told.revenueMinor()).isEqualTo(-plain("account = 'revenue'", from, to));
        assertThat(told.taxMinor()).isEqualTo(-plain("account = 'tax'", from, to));
        assertThat(told.receivedMinor() - told.refundedMinor()).isEqualTo(plain("account = 'money'", from, to));
        assertThat(told.trend().stream()
                        .mapToLong(MoneyFigures.TrendPart::beforeMinor)
                        .sum())
                .isEqualTo(told.revenueBeforeMinor());
        for (var part = 0; part < told.trend().size(); part++) {
            var starts = told.trend().get(part).from();
            var ends = part + 1 < told.trend().size()
                    ? told.trend().get(part + 1).from().minusDays(1)
                    : to;
            assertThat(told.trend().get(part).revenueMinor())
                    .as("from %s to %s", starts, ends)
                    .isEqualTo(-plain("account = 'revenue'", starts, ends));
        }
        assertThat(told.byService()).allSatisfy(each -> assertThat(each.revenueMinor())
                .isEqualTo(-plain("account = 'revenue' and service_id = '" + each.serviceId() + "'", from, to)));
        assertThat(told.byMethod()).allSatisfy(each -> assertThat(each.receivedMinor() - each.refundedMinor())
                .isEqualTo(plain("account = 'money' and method = '" + each.method() + "'", from, to)));
    }

    private List<Map<String, Object>> rows() {
        return scheduling.in(
                clinic,
                () -> database.queryForList("select * from billing.day_total order by booked_on, account").stream()
                        .map(row -> (Map<String, Object>) new LinkedHashMap<>(row))
                        .toList());
    }

    private void at(LocalDate day, int hour) {
        time.moveTo(Instant.parse(day + "T00:30:00Z").plusSeconds(hour * 3600L));
    }

    private Visitor visitor(Role role) {
        return new Visitor(port).signedIn(staff.of(clinic, role));
    }
}
