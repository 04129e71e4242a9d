package org.carewright.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.carewright.identity.Door;
import org.carewright.patients.access.AccessLevel;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPortal;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What patients and families see of money, by how far their access reaches (BIL-8, IAM-1). */
@CarewrightTest
class PortalBillingTests {

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
    TestPortal portal;

    private TestClinic clinic;
    private UUID patient;
    private String page;

    @BeforeEach
    void open() {
        clinic = clinics.open();
        patient = scheduling.patient(clinic);
        page = "/portal/patients/" + patient + "/billing";
    }

    @Test
    void fullAccessSeesWhatIsOwedAndWhatWasPaid() {
        var invoice = money.issued(clinic, patient, 8000);
        var receipt = money.cash(clinic, invoice, 3000).receipt();
        var visitor = visitor(AccessLevel.FULL);

        assertThat(visitor.get("/portal/patients/" + patient).body()).contains(page);
        assertThat(visitor.get(page).body()).contains("$50.00", "$30.00", receipt, "Invoice INV-");
        assertThat(visitor.get("/portal/invoices/" + invoice).body()).contains("Visit", "$80.00", "-$30.00", "$50.00");
    }

    @Test
    void theLinkInAMailLeadsToWhoeverOnesAccessReaches() {
        assertThat(visitor(AccessLevel.FULL).get("/portal/billing").headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith(page));
        assertThat(visitor(AccessLevel.VIEW_ONLY)
                        .get("/portal/billing")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/portal"));
    }

    @Test
    void lessAccessSeesNothingOfMoney() {
        var invoice = money.issued(clinic, patient, 8000);
        var payment = money.cash(clinic, invoice, 3000).id();
        for (var level : new AccessLevel[] {AccessLevel.VIEW_ONLY, AccessLevel.MESSAGING}) {
            var visitor = visitor(level);

            assertThat(visitor.get("/portal/patients/" + patient).body()).doesNotContain(page);
            assertThat(visitor.get(page).statusCode()).isEqualTo(403);
            assertThat(visitor.get("/portal/invoices/" + invoice).statusCode()).isEqualTo(403);
            assertThat(visitor.get("/portal/payments/" + payment).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void strangersGetTheAnswerOfWhatIsNotThere() {
        var invoice = money.issued(clinic, patient, 8000);
        var stranger = new Visitor(port).signedIn(Door.PORTAL, staff.portal(clinic));

        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/portal/invoices/" + invoice).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/portal/invoices/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void draftsAreNobodysYet() {
        var draft = money.draft(clinic, patient, 7700);
        var visitor = visitor(AccessLevel.FULL);

        assertThat(visitor.get(page).body()).doesNotContain("$77.00").contains("No invoices yet");
        assertThat(visitor.get("/portal/invoices/" + draft).statusCode()).isEqualTo(404);
    }

    @Test
    void aPaymentTakenAtTheDeskIsShownAsPaid() {
        var invoice = money.issued(clinic, patient, 8000);
        var payment = money.cash(clinic, invoice, 8000);

        assertThat(visitor(AccessLevel.FULL)
                        .get("/portal/payments/" + payment.id())
                        .body())
                .contains("We have received $80.00", payment.receipt());
    }

    private Visitor visitor(AccessLevel level) {
        return new Visitor(port).signedIn(Door.PORTAL, portal.other(clinic, patient, level));
    }
}
