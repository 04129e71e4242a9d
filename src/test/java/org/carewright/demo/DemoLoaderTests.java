package org.carewright.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.AccountSetup;
import org.carewright.patients.PatientService;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CarewrightTest
class DemoLoaderTests {

    @Autowired
    DemoLoader loader;

    @Autowired
    ClinicService clinics;

    @Autowired
    AccountSetup accounts;

    @Autowired
    ClinicScope scope;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void load() {
        loader.load();
    }

    @Test
    void createsNothingTwice() {
        var before = visits("roshni");

        loader.load();

        assertThat(visits("roshni")).isEqualTo(before).isGreaterThan(200);
    }

    @Test
    void marksLoginsAsDemo() {
        assertThat(accounts.hasDemoAccounts()).isTrue();
    }

    @Test
    void offersRoshnisServicesAtThePricesOfItsSeed() {
        var services =
                inClinic("roshni", "select name || ' ' || price_minor from scheduling.service order by position");

        assertThat(services)
                .containsExactly(
                        "Speech Therapy Session 80000",
                        "Occupational Therapy Session 75000",
                        "Physiotherapy Session 70000",
                        "Group Speech Therapy 50000",
                        "Assessment Session 120000");
    }

    @Test
    void aServiceIsKeptByADeposit() {
        assertThat(inClinic(
                        "posture-perfect",
                        "select name || ' ' || deposit_minor from scheduling.service where deposit_minor > 0"))
                .containsExactly("Running analysis 4500");
    }

    @Test
    void theFirstPatientHasAPlanToPayAndAPackagePaid() {
        for (var slug : List.of("roshni", "posture-perfect")) {
            assertThat(inClinic(slug, "select name from billing.plan")).hasSize(2);
            assertThat(
                            inClinic(
                                    slug,
                                    """
                            select i.status || ' ' || i.total_minor from billing.invoice i
                            join billing.subscription s on s.clinic_id = i.clinic_id and s.patient_id = i.patient_id
                            where not exists (select from billing.session_package p
                                              where p.clinic_id = i.clinic_id and p.invoice_id = i.id)
                            """))
                    .singleElement()
                    .matches(invoice -> !invoice.startsWith("paid"));
            assertThat(inClinic(slug, "select status from billing.session_package"))
                    .containsExactly("active");
        }
    }

    @Test
    void whoSignsInAtThePortalSeesTheFirstPatientsBilling() {
        for (var slug : List.of("roshni", "posture-perfect")) {
            assertThat(
                            inClinic(
                                    slug,
                                    """
                            select a.relation from patients.portal_access a
                            join billing.subscription s on s.clinic_id = a.clinic_id and s.patient_id = a.patient_id
                            where a.level = 'full' and a.agreed_at is not null
                            order by a.relation
                            """))
                    .containsExactly("partner", "self");
        }
    }

    @Test
    void asksForAConsentInEachLanguage() {
        var words = inClinic(
                "roshni",
                "select d.name || ' ' || t.language from documents.consent_definition d"
                        + " join documents.consent_version v on v.definition_id = d.id"
                        + " join documents.consent_text t on t.version_id = v.id where d.required");

        assertThat(words)
                .containsExactlyInAnyOrder(
                        "Treatment en", "Treatment zh-TW", "Treatment zh-CN", "Treatment ja", "Treatment hi");
    }

    @Test
    void letsNoPractitionerTreatTwoPatientsAtOnceInThePast() {
        for (var slug : List.of("roshni", "posture-perfect")) {
            assertThat(
                            inClinic(
                                    slug,
                                    """
                            select a.id::text from scheduling.appointment a join scheduling.appointment b
                              on b.practitioner_id = a.practitioner_id and b.id > a.id
                             and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
                            where a.status <> 'cancelled' and b.status <> 'cancelled'
                            """))
                    .isEmpty();
        }
    }

    @Test
    void inventsPatientsWhoseNumbersAreValidAndDifferent() {
        for (var demo : DemoClinic.all()) {
            assertThat(DemoPatients.people(demo))
                    .allSatisfy(person -> assertThat(PatientService.toE164(
                                    person.phone(), demo.clinic().country()))
                            .contains(person.phone()))
                    .extracting(person -> person.givenName() + person.familyName())
                    .doesNotHaveDuplicates();
        }
    }

    private long visits(String slug) {
        return inClinic(slug, "select id::text from scheduling.appointment").size();
    }

    private List<String> inClinic(String slug, String sql) {
        UUID clinicId = clinics.idBySlug(slug).orElseThrow();
        return scope.call(
                clinicId,
                () -> transactions.execute(
                        status -> jdbc.sql(sql).query(String.class).list()));
    }
}
