package org.carewright.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.BillingSettings;
import org.carewright.billing.tax.Taxes;
import org.carewright.identity.Role;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A manager sets how the clinic bills, and invoices follow (BIL-2). */
@CarewrightTest
class BillingSettingsTests {

    private static final String PAGE = "/desk/settings/billing";

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
    BillingSettings settings;

    @Autowired
    Taxes taxes;

    @Autowired
    JdbcTemplate database;

    private TestClinic clinic;
    private Visitor manager;

    @BeforeEach
    void open() {
        clinic = clinics.open();
        manager = new Visitor(port).signedIn(staff.of(clinic, Role.MANAGER));
    }

    @Test
    void numbersAndDueDaysFollow() {
        post("", Map.of("paymentDays", "30", "numberPrefix", "NYC", "taxNumber", "12-3456789"));

        var invoice = money.invoice(clinic, money.issued(clinic, scheduling.patient(clinic), 8000));

        assertThat(invoice.number()).startsWith("NYC-INV-");
        assertThat(invoice.dueOn()).isEqualTo(invoice.issuedOn().plusDays(30));
        assertThat(audited("billing.settings-changed")).isEqualTo(1);
    }

    @Test
    void namesWhatIsWrongAndChangesNothing() {
        var answer = post("", Map.of("paymentDays", "400", "numberPrefix", "nyc!", "taxNumber", ""));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("paymentDays-error", "numberPrefix-error", "value=\"nyc!\"");
        assertThat(scheduling.in(clinic, settings::current).paymentDays()).isEqualTo(14);
    }

    @Test
    void aTaxOfTwoPartsIsBornByTheServiceThatHasIt() {
        var service = scheduling.service(clinic, Map.of("name", "First"), scheduling.practitioner(clinic));
        manager.postForm(
                PAGE + "/taxes",
                fields(Map.of("name", "GST", "partName", "CGST", "partRate", "9", "inclusive", "true")));
        assertThat(manager.get(PAGE).body()).contains("GST", "CGST 9 %", "prices contain it");
        var tax = scheduling.in(clinic, taxes::all).get(0).id();

        post("/services", Map.of("tax." + service, tax.toString()));

        assertThat(scheduling.in(clinic, () -> taxes.ofServices(List.of(service))))
                .containsKey(service);
        post("/taxes/" + tax + "/retire", Map.of());
        assertThat(scheduling.in(clinic, () -> taxes.ofServices(List.of(service))))
                .isEmpty();
        assertThat(audited("tax.created") + audited("service.tax-changed") + audited("tax.retired"))
                .isEqualTo(3);
    }

    @Test
    void aTaxNeedsANameARateAndNoNamesake() {
        assertThat(post("/taxes", Map.of("name", "GST", "partName", "CGST", "partRate", "nine"))
                        .statusCode())
                .isEqualTo(422);
        post("/taxes", Map.of("name", "GST", "partName", "CGST", "partRate", "9"));
        var again = post("/taxes", Map.of("name", "gst", "partName", "CGST", "partRate", "9"));

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("There is a tax with this name");
    }

    @Test
    void aCouponTakesItsPartOffUntilItIsWithdrawn() {
        var patient = scheduling.patient(clinic);
        post("/coupons", coupon("summer-25", "25"));
        assertThat(manager.get(PAGE).body()).contains("SUMMER-25", "25 %", "not used yet");

        var draft = draft(patient, "summer-25");
        assertThat(draft.body()).contains("$60.00");

        var id = scheduling.in(clinic, () -> database.queryForObject("select id from billing.coupon", UUID.class));
        post("/coupons/" + id + "/retire", Map.of());
        assertThat(draft(patient, "summer-25").body()).contains("follows when the lines are complete");
        assertThat(audited("coupon.created") + audited("coupon.retired")).isEqualTo(2);
    }

    @Test
    void aCouponOfMoreThanEverythingIsRefused() {
        assertThat(post("/coupons", coupon("SUMMER", "101")).body()).contains("worth-error");
        assertThat(post("/coupons", coupon("A B", "10")).body()).contains("code-error");
        assertThat(scheduling.count(clinic, "billing.coupon")).isZero();
    }

    private HttpResponse<String> draft(UUID patient, String coupon) {
        var fields = fields(Map.of(
                "patient",
                patient.toString(),
                "description",
                "Visit",
                "quantity",
                "1",
                "price",
                "80.00",
                "coupon",
                coupon));
        return manager.postForm("/desk/invoices/preview", fields);
    }

    private static Map<String, String> coupon(String code, String worth) {
        return Map.of("code", code, "kind", "percent", "worth", worth, "validFrom", "2020-01-01", "maxUses", "");
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        return manager.postForm(PAGE + path, fields(fields));
    }

    private Map<String, String> fields(Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", manager.csrfToken(PAGE));
        return all;
    }

    private int audited(String action) {
        return scheduling.in(
                clinic,
                () -> database.queryForObject(
                        "select count(*) from audit.event where action = ?", Integer.class, action));
    }
}
