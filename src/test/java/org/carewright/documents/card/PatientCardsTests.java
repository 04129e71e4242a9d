package org.carewright.documents.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.zxing.BarcodeFormat;
import java.time.LocalDate;
import java.util.UUID;
import org.carewright.documents.PdfText;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.NewGrant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Card and labels tell who a patient is to the people who may know, and nothing else to anyone (ONB-2). */
@CarewrightTest
class PatientCardsTests {

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestStaff staff;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientAccess access;

    @Autowired
    PatientCards cards;

    @Autowired
    JdbcTemplate database;

    private TestClinic clinic;

    @BeforeEach
    void setUp() {
        clinic = clinics.open();
    }

    @Test
    void barcodeAndQrCodeHoldThePatientsNumberAlone() {
        var id = patient("Ann", "Smith", "en");
        var number = scheduling.in(clinic, () -> records.get(id).barcode());

        var card = scheduling.in(clinic, () -> cards.card(id));
        var label = scheduling.in(clinic, () -> cards.labels(id, 1));

        assertThat(PdfText.scan(card, BarcodeFormat.CODE_128)).isEqualTo(number);
        assertThat(PdfText.scan(card, BarcodeFormat.QR_CODE)).isEqualTo(number);
        assertThat(PdfText.scan(label, BarcodeFormat.CODE_128)).isEqualTo(number);
        assertThat(PdfText.scan(label, BarcodeFormat.QR_CODE)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "Ann, Smith, en, Ann Smith, Patient card",
        "志明, 陳, zh-TW, 陳志明, 病患卡",
        "小红, 刘, zh-CN, 刘小红, 患者卡",
        "さくら, 高橋, ja, 高橋 さくら, 診察券",
        "क्षमा, त्रिपाठी, hi, क्षमा त्रिपाठी, रोगी कार्ड"
    })
    void theCardSpeaksThePatientsLanguage(String given, String family, String language, String name, String title) {
        var id = patient(given, family, language);

        var text = PdfText.of(scheduling.in(clinic, () -> cards.card(id)));

        assertThat(text).contains(name, title);
    }

    @Test
    void aCardDoesntTellTheDateOfBirthButALabelDoes() {
        var id = patient("Ann", "Smith", "en");

        assertThat(withoutNumbers(PdfText.of(scheduling.in(clinic, () -> cards.card(id)))))
                .doesNotContain("1984");
        assertThat(PdfText.of(scheduling.in(clinic, () -> cards.labels(id, 1)))).contains("Ann Smith", "1984-05-17");
    }

    @Test
    void asManyLabelsAsAskedForWithinReason() {
        var id = patient("Ann", "Smith", "en");

        assertThat(PdfText.pages(scheduling.in(clinic, () -> cards.labels(id, 3))))
                .isEqualTo(3);
        assertThat(PdfText.pages(scheduling.in(clinic, () -> cards.labels(id, -1))))
                .isEqualTo(1);
        assertThat(PdfText.pages(scheduling.in(clinic, () -> cards.labels(id, 1_000_000))))
                .isEqualTo(PatientCards.MOST_LABELS);
    }

    @Test
    void anotherClinicsPatientHasNoCardHere() {
        var id = patient("Ann", "Smith", "en");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> scheduling.in(clinics.open(), () -> cards.card(id)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("not_found"));
    }

    @Test
    void printingACardIsAReadOfTheRecord() {
        var id = patient("Ann", "Smith", "en");
        var visitor = new Visitor(port).signedIn(staff.of(clinic, Role.RECEPTIONIST));

        var answer = visitor.get("/desk/patients/" + id + "/card.pdf");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(reads(id)).isEqualTo(1);
    }

    @Test
    void atThePortalACardIsForWhoMaySeeTheRecord() {
        var id = patient("Ann", "Smith", "en");
        var owner = staff.portal(clinic);
        var other = staff.portal(clinic);
        var grant = new NewGrant(owner.id(), id, AccessLevel.VIEW_ONLY, Relation.SELF, null, null, true);
        scheduling.in(clinic, () -> access.grant(grant));

        var path = "/portal/patients/" + id + "/card.pdf";
        assertThat(new Visitor(port).signedIn(Door.PORTAL, other).get(path).statusCode())
                .isEqualTo(404);
        assertThat(reads(id)).isZero();
        assertThat(new Visitor(port).signedIn(Door.PORTAL, owner).get(path).statusCode())
                .isEqualTo(200);
        assertThat(reads(id)).isEqualTo(1);
    }

    /** The text without the patient's number and the clinic's name, which may hold any digits. */
    private static String withoutNumbers(String text) {
        return text.replaceAll("(\\d{4} ?){4}", "").replaceAll("Test clinic \\d+", "");
    }

    private UUID patient(String given, String family, String language) {
        var draft = RecordDraft.of(given, family, LocalDate.of(1984, 5, 17), null, null, language);
        return scheduling.in(clinic, () -> records.create(draft));
    }

    private int reads(UUID patientId) {
        return scheduling.in(
                clinic,
                () -> database.queryForObject(
                        "select count(*) from audit.event where patient_id = ? and action = 'patient.read'",
                        Integer.class,
                        patientId));
    }
}
