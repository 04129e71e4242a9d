package org.carewright.documents.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.carewright.documents.PdfText;
import org.carewright.identity.Role;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.merge.PatientMerges;
import org.carewright.patients.merge.PatientMerges.Version;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.patients.timeline.Timeline;
import org.carewright.patients.timeline.TimelineEntry;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.language.Languages;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;

/** A consent is what someone read, signed by them, kept so that a change is seen, and theirs to take back (ONB-3). */
@CarewrightTest
class ConsentsTests {

    private static final Signature TYPED = new Signature.Typed();

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    PatientRecords records;

    @Autowired
    ConsentDefinitions definitions;

    @Autowired
    Consents consents;

    @Autowired
    PatientMerges merges;

    @Autowired
    Timeline timeline;

    @Autowired
    JdbcTemplate database;

    @Autowired
    JdbcConnectionDetails server;

    private TestClinic clinic;
    private UUID patient;

    @BeforeEach
    void setUp() {
        clinic = clinics.open();
        patient = patient("Ann", "Smith", "en");
    }

    @Test
    void asksForWhatIsPublishedAndNotYetSigned() {
        var treatment = defined("Treatment", true);
        published(defined("Photos", false), "Photos", "May we take photos?");
        assertThat(open(patient)).extracting(ConsentToSign::required).containsExactly(false);

        published(treatment, "Treatment", "I agree to be treated.");

        assertThat(open(patient)).extracting(ConsentToSign::required).containsExactly(true, false);
        assertThat(complete()).isFalse();
        sign(open(patient).get(0));
        assertThat(open(patient)).extracting(ConsentToSign::required).containsExactly(false);
        assertThat(complete()).isTrue();
    }

    @Test
    void isReadInTheReadersLanguageElseTheClinicsElseAnyThereIs() {
        var id = defined("Treatment", true);
        publish(id, Map.of("en", words("Treatment", "I agree."), "ja", words("治療", "同意します。")), true);

        assertThat(titles(Locale.JAPANESE)).containsExactly("治療");
        assertThat(titles(Locale.UK)).containsExactly("Treatment");
        assertThat(titles(Languages.HINDI)).containsExactly("Treatment");
        publish(id, Map.of("ja", words("治療", "同意します。")), true);
        assertThat(titles(Languages.HINDI)).containsExactly("治療");
    }

    @Test
    void keepsTheSignedWordsTheSignerAndTheTimeAsPdf() {
        var toSign = published(defined("Treatment", true), "Treatment", "# Risks\nThere are few.\n\nI agree.");

        var id = scheduling.in(
                clinic,
                () -> consents.sign(
                        patient,
                        toSign.versionId(),
                        "en",
                        new Signer("Carla Smith", SignerRelation.PARENT, null),
                        TYPED));

        var text = PdfText.of(pdf(id));
        assertThat(text)
                .contains("Treatment", "Risks", "There are few.", "Version 1", "Carla Smith", "Parent", "Ann Smith")
                .contains(id.toString())
                .doesNotContain("# Risks");
        var kept = ofPatient().get(0);
        assertThat(kept.signerName()).isEqualTo("Carla Smith");
        assertThat(kept.relation()).isEqualTo(SignerRelation.PARENT);
        assertThat(kept.drawn()).isFalse();
        assertThat(kept.holds()).isTrue();
    }

    @Test
    void aDrawnSignatureIsInThePdfAsAPicture() throws Exception {
        var toSign = published(defined("Treatment", true), "Treatment", "I agree.");

        var id = scheduling.in(
                clinic,
                () -> consents.sign(
                        patient,
                        toSign.versionId(),
                        "en",
                        signer(),
                        new Signature.Drawn(SignaturePictureTests.drawing(600, 200))));

        assertThat(ofPatient().get(0).drawn()).isTrue();
        assertThat(PdfText.pictures(pdf(id))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Consent to treatment, I agree to be treated., Ann Smith",
        "zh-TW, 治療同意書, 本人同意接受治療。, 陳志明",
        "zh-CN, 治疗同意书, 本人同意接受治疗。, 刘小红",
        "ja, 治療同意書, 私は治療に同意します。, 高橋さくら",
        "hi, उपचार की सहमति, मैं उपचार के लिए सहमति देता हूँ।, क्षमा त्रिपाठी"
    })
    void isReadAndFoundInThePdfInEachLanguage(String language, String title, String body, String name) {
        var id = defined("Treatment", true);
        publish(id, Map.of(language, words(title, body)), true);
        var toSign = scheduling
                .in(clinic, () -> consents.open(patient, Locale.forLanguageTag(language)))
                .get(0);

        var signature = scheduling.in(
                clinic,
                () -> consents.sign(
                        patient, toSign.versionId(), language, new Signer(name, SignerRelation.SELF, null), TYPED));

        assertThat(PdfText.of(pdf(signature))).contains(title, body, name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "=cmd|' /C calc'!A0", "') Tj /JS (x)", "Robert'); drop table x;--"})
    void whatSomeoneTypesAsNameIsTextInThePdf(String name) {
        var toSign = published(defined("Treatment", true), "Treatment", "I agree.");

        var id = scheduling.in(
                clinic,
                () -> consents.sign(
                        patient, toSign.versionId(), "en", new Signer(name, SignerRelation.SELF, null), TYPED));

        assertThat(PdfText.of(pdf(id))).contains(name);
    }

    @Test
    void aNameIsNeededHoweverSomeoneSigns() {
        var toSign = published(defined("Treatment", true), "Treatment", "I agree.");
        for (var name : new String[] {null, "", "   ", "...", "x".repeat(Consents.LONGEST_NAME + 1)}) {
            assertThatExceptionOfType(InvalidFormException.class)
                    .isThrownBy(() -> scheduling.in(
                            clinic,
                            () -> consents.sign(
                                    patient,
                                    toSign.versionId(),
                                    "en",
                                    new Signer(name, SignerRelation.SELF, null),
                                    TYPED)))
                    .satisfies(e -> assertThat(e.errors().get(0).key()).isEqualTo("signerName"));
        }
        assertThat(ofPatient()).isEmpty();
    }

    @Test
    void newWordsCantBeSignedUnread() {
        var definition = defined("Treatment", true);
        var read = published(definition, "Treatment", "I agree.");
        published(definition, "Treatment", "I agree to something else.");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> sign(read))
                .satisfies(e -> assertThat(e.code()).isEqualTo("consent_changed"));
        assertThat(ofPatient()).isEmpty();
    }

    @Test
    void aLanguageThatWasNotOfferedCantBeSigned() {
        var toSign = published(defined("Treatment", true), "Treatment", "I agree.");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() ->
                        scheduling.in(clinic, () -> consents.sign(patient, toSign.versionId(), "hi", signer(), TYPED)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("not_found"));
    }

    @Test
    void aNewVersionIsAskedAgainOnlyWhenItSaysSo() {
        var definition = defined("Treatment", true);
        sign(published(definition, "Treatment", "I agree."));

        publish(definition, Map.of("en", words("Treatment", "I agree. (Typo mended.)")), false);
        assertThat(open(patient)).isEmpty();

        publish(definition, Map.of("en", words("Treatment", "I agree to more.")), true);
        assertThat(open(patient)).extracting(ConsentToSign::number).containsExactly(3);
    }

    @Test
    void aWithdrawnConsentIsAskedForAgainAndStaysOnRecord() {
        var id = sign(published(defined("Treatment", true), "Treatment", "I agree."));

        scheduling.in(clinic, () -> {
            consents.withdraw(patient, id, "I changed my mind");
            return null;
        });

        assertThat(open(patient)).hasSize(1);
        var kept = ofPatient().get(0);
        assertThat(kept.holds()).isFalse();
        assertThat(kept.withdrawalReason()).isEqualTo("I changed my mind");
        assertThat(PdfText.of(pdf(id))).contains("Ann Smith");
        assertThat(actions()).containsExactly("consent.signed", "consent.withdrawn");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> scheduling.in(clinic, () -> {
                    consents.withdraw(patient, id, null);
                    return null;
                }))
                .satisfies(e -> assertThat(e.code()).isEqualTo("not_found"));
    }

    @Test
    void signedTwiceAtOnceItIsOneSignature() throws Exception {
        var toSign = published(defined("Treatment", true), "Treatment", "I agree.");
        var threads = Executors.newFixedThreadPool(4);
        try {
            var ids = threads.invokeAll(IntStream.range(0, 4)
                    .mapToObj(i -> (Callable<UUID>) () -> sign(toSign))
                    .toList());

            var signatures = new HashSet<UUID>();
            for (var id : ids) {
                signatures.add(id.get());
            }
            assertThat(signatures).hasSize(1);
        } finally {
            threads.shutdown();
        }
        assertThat(ofPatient()).hasSize(1);
    }

    @Test
    void nothingAboutThePatientIsInClear() {
        var id = sign(published(defined("Treatment", true), "Treatment", "I agree."));
        scheduling.in(clinic, () -> {
            consents.withdraw(patient, id, "Because of my asthma");
            return null;
        });

        var row = scheduling.in(
                clinic,
                () ->
                        database
                                .queryForMap("select * from documents.consent_signature where id = ?", id)
                                .values()
                                .stream()
                                .map(value -> value instanceof byte[] bytes
                                        ? new String(bytes, StandardCharsets.ISO_8859_1)
                                        : String.valueOf(value))
                                .toList()
                                .toString());
        // No shorter word: in so many sealed bytes three letters come up by chance.
        assertThat(row).contains(patient.toString()).doesNotContain("Smith", "%PDF", "asthma");
    }

    @Test
    void aSoundConsentIsVerified() {
        var id = sign(published(defined("Treatment", true), "Treatment", "I agree."));

        assertThat(verify(id)).isEqualTo(new ConsentVerification(true, true, true));
    }

    @Test
    void whateverIsChangedBehindOurBackIsFound() {
        var id = sign(published(defined("Treatment", true), "Treatment", "I agree."));
        var other = sign(published(defined("Photos", true), "Photos", "Photos are fine."));

        asSuperuser(
                "update documents.consent_text set body = 'I agree to everything.' where title = 'Treatment' and clinic_id = '"
                        + clinic.id() + "'");
        assertThat(verify(id)).isEqualTo(new ConsentVerification(true, false, true));
        assertThat(verify(other).sound()).isTrue();

        asSuperuser("update documents.consent_signature set pdf_sealed = (select pdf_sealed from"
                + " documents.consent_signature where id = '" + other + "') where id = '" + id + "'");
        assertThat(verify(id).file()).isFalse();

        asSuperuser("update documents.consent_signature set pdf_hash = sha256('other') where id = '" + other + "'");
        assertThat(verify(other)).isEqualTo(new ConsentVerification(false, true, false));
    }

    @Test
    void theApplicationCanChangeNeitherWordsNorSignatures() {
        var id = sign(published(defined("Treatment", true), "Treatment", "I agree."));

        for (var statement : List.of(
                "update documents.consent_text set body = 'x'",
                "update documents.consent_version set number = 9",
                "delete from documents.consent_text",
                "update documents.consent_signature set pdf_hash = ''",
                "update documents.consent_signature set signed_at = now()",
                "delete from documents.consent_signature where id = '" + id + "'")) {
            assertThatThrownBy(() -> scheduling.in(clinic, () -> database.update(statement)))
                    .as(statement)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void aConsentFollowsItsPatientIntoAnotherRecordAndStaysSound() {
        var toSign = published(defined("Treatment", true), "Treatment", "I agree.");
        var id = sign(toSign);
        var kept = patient("Anna", "Smith", "en");
        var person = new StaffPrincipal(new UUID(0, 7), clinic.id(), "Rae", Set.of(Role.RECEPTIONIST), 0);

        scheduling.in(clinic, () -> merges.merge(person, new Version(kept, 0), new Version(patient, 0), List.of()));

        assertThat(open(kept)).isEmpty();
        assertThat(scheduling.in(clinic, () -> consents.verify(kept, id)).sound())
                .isTrue();
        assertThat(PdfText.of(scheduling.in(clinic, () -> consents.pdf(kept, id))))
                .contains("Ann Smith");
        assertThatExceptionOfType(ProblemException.class)
                .as("nothing is signed for a record that is gone")
                .isThrownBy(() -> sign(toSign))
                .satisfies(e -> assertThat(e.code()).isEqualTo("not_found"));
    }

    @Test
    void theTimelineTellsOfSigningAndTakingBackEachOnce() {
        var id = sign(published(defined("Treatment", true), "Treatment", "I agree."));
        scheduling.in(clinic, () -> {
            consents.withdraw(patient, id, null);
            return null;
        });

        var far = Instant.parse("9999-01-01T00:00:00Z");
        assertThat(scheduling.in(clinic, () -> timeline.entries(patient, far, 10)))
                .extracting(TimelineEntry::kind, TimelineEntry::arguments)
                .containsExactlyInAnyOrder(
                        tuple("consent-withdrawn", List.of("Treatment")),
                        tuple("consent-signed", List.of("Treatment")));
        assertThat(scheduling.in(clinic, () -> timeline.entries(patient, far, 1)))
                .hasSize(1);
    }

    @Test
    void anotherPatientsOrClinicsConsentIsNotFound() {
        var id = sign(published(defined("Treatment", true), "Treatment", "I agree."));
        var other = patient("Bo", "Smith", "en");

        for (var work : List.<Runnable>of(
                () -> scheduling.in(clinic, () -> consents.pdf(other, id)),
                () -> scheduling.in(clinic, () -> consents.verify(other, id)),
                () -> scheduling.in(clinic, () -> {
                    consents.withdraw(other, id, null);
                    return null;
                }),
                () -> scheduling.in(clinics.open(), () -> consents.pdf(patient, id)))) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(work::run)
                    .satisfies(e -> assertThat(e.code()).isEqualTo("not_found"));
        }
        assertThat(ofPatient().get(0).holds()).isTrue();
    }

    @Test
    void aRetiredConsentIsAskedOfNobodyAndItsNameIsFree() {
        var definition = defined("Treatment", true);
        var toSign = published(definition, "Treatment", "I agree.");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> defined("treatment", false))
                .satisfies(e -> assertThat(e.code()).isEqualTo("consent_name_taken"));

        scheduling.in(clinic, () -> {
            definitions.retire(definition);
            return null;
        });

        assertThat(open(patient)).isEmpty();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> sign(toSign))
                .satisfies(e -> assertThat(e.code()).isEqualTo("consent_changed"));
        assertThat(defined("Treatment", true)).isNotNull();
    }

    @Test
    void publishedWordsMustBeThereInALanguageThereIs() {
        var definition = defined("Treatment", true);
        for (var wrong : List.of(
                Map.<String, ConsentWording>of(),
                Map.of("en", words("", "I agree.")),
                Map.of("en", words("Treatment", " \n ")),
                Map.of("de", words("Behandlung", "Ja.")),
                Map.of("en", words("Treatment", "x".repeat(ConsentWording.LONGEST_BODY + 1))))) {
            assertThatExceptionOfType(InvalidFormException.class).isThrownBy(() -> publish(definition, wrong, true));
        }
        assertThat(open(patient)).isEmpty();
    }

    private UUID patient(String given, String family, String language) {
        var draft = RecordDraft.of(given, family, LocalDate.of(1984, 5, 17), null, null, language);
        return scheduling.in(clinic, () -> records.create(draft));
    }

    private UUID defined(String name, boolean required) {
        return scheduling.in(clinic, () -> definitions.create(name, required));
    }

    private UUID publish(UUID definition, Map<String, ConsentWording> wordings, boolean renews) {
        return scheduling.in(clinic, () -> definitions.publish(definition, wordings, renews, null));
    }

    private ConsentToSign published(UUID definition, String title, String body) {
        var version = publish(definition, Map.of("en", words(title, body)), true);
        return open(patient).stream()
                .filter(consent -> consent.versionId().equals(version))
                .findFirst()
                .orElseThrow();
    }

    private static ConsentWording words(String title, String body) {
        return new ConsentWording(title, body);
    }

    private static Signer signer() {
        return new Signer("Ann Smith", SignerRelation.SELF, null);
    }

    private UUID sign(ConsentToSign consent) {
        return scheduling.in(
                clinic, () -> consents.sign(patient, consent.versionId(), consent.language(), signer(), TYPED));
    }

    private List<ConsentToSign> open(UUID patientId) {
        return scheduling.in(clinic, () -> consents.open(patientId, Locale.ENGLISH));
    }

    private List<String> titles(Locale reader) {
        return scheduling.in(clinic, () -> consents.open(patient, reader)).stream()
                .map(consent -> consent.wording().title())
                .toList();
    }

    private boolean complete() {
        return scheduling.in(clinic, () -> consents.complete(patient));
    }

    private List<SignedConsent> ofPatient() {
        return scheduling.in(clinic, () -> consents.of(patient));
    }

    private byte[] pdf(UUID id) {
        return scheduling.in(clinic, () -> consents.pdf(patient, id));
    }

    private ConsentVerification verify(UUID id) {
        return scheduling.in(clinic, () -> consents.verify(patient, id));
    }

    private List<String> actions() {
        return scheduling.in(
                clinic,
                () -> database.queryForList(
                        "select action from audit.event where patient_id = ? and resource_type = 'consent'"
                                + " order by position",
                        String.class,
                        patient));
    }

    /** As whoever owns the machine could. */
    private void asSuperuser(String sql) {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl(), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
