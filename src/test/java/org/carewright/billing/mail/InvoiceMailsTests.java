package org.carewright.billing.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.UUID;
import org.carewright.billing.payment.Payment;
import org.carewright.documents.PdfText;
import org.carewright.integrations.sandbox.SandboxMessage;
import org.carewright.messaging.Channel;
import org.carewright.messaging.MessageOrder;
import org.carewright.messaging.MessageService;
import org.carewright.messaging.MessageStatus;
import org.carewright.patients.PreferredChannel;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails about money carry their paper, in the patient's language and once (BIL-2). */
@CarewrightTest
class InvoiceMailsTests {

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestMoney money;

    @Autowired
    PatientRecords records;

    @Autowired
    InvoiceMails mails;

    @Autowired
    MessageService messages;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    ObjectMapper json;

    private TestClinic clinic;
    private String address;

    @BeforeEach
    void openClinic() {
        clinic = clinics.open();
        address = "ann-" + UUID.randomUUID() + "@patient.example";
    }

    @ParameterizedTest
    @CsvSource({"en, Invoice", "zh-TW, 帳單", "zh-CN, 账单", "ja, 請求書", "hi, बिल"})
    void anInvoiceGoesOutWithItsPaperInThePatientsLanguage(String language, String title) throws IOException {
        var id = money.issued(clinic, patient(language, address), 10_000);
        var number = money.invoice(clinic, id).number();

        assertThat(send(id, "once")).isEqualTo(MessageStatus.SENT);

        var mail = newest();
        assertThat(mail.body()).contains(number, "/portal/");
        var file = attachment(mail);
        assertThat(file.get("filename").asText()).isEqualTo(number + ".pdf");
        assertThat(file.get("type").asText()).isEqualTo("application/pdf");
        assertThat(PdfText.of(Base64.getDecoder().decode(file.get("content").asText())))
                .contains(title, number);
    }

    @Test
    void oneOccasionIsOneMail() {
        var id = money.issued(clinic, patient("en", address), 10_000);

        send(id, "once");
        send(id, "once");
        assertThat(sandbox.sentTo(address)).hasSize(1);

        send(id, "again-2026-11-21");
        assertThat(sandbox.sentTo(address)).hasSize(2);
    }

    @Test
    void whoWantsTextMessagesOnlyGetsInvoicesByMailAllTheSame() {
        var id = money.issued(clinic, patient("en", address), 10_000);

        assertThat(send(id, "once")).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void withoutAnAddressNothingIsSent() {
        var id = money.issued(clinic, patient("en", null), 10_000);

        assertThat(send(id, "once")).isEqualTo(MessageStatus.SKIPPED);
    }

    @Test
    void whatIsPaidMeanwhileIsNotAskedFor() {
        var id = money.issued(clinic, patient("en", address), 10_000);
        money.cash(clinic, id, 10_000);

        assertThat(send(id, "once")).isEqualTo(MessageStatus.SKIPPED);
    }

    @Test
    void aDraftIsNotSent() {
        var id = money.draft(clinic, patient("en", address), 10_000);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> send(id, "once"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("invoice_not_issued"));
    }

    @Test
    void aReceiptGoesOutWithItsPaper() throws IOException {
        var id = money.issued(clinic, patient("en", address), 10_000);
        Payment payment = money.cash(clinic, id, 4_000);
        var order = new MessageOrder(Channel.EMAIL, "payment-receipt", "payment", payment.id(), "once", null);

        scheduling.in(clinic, () -> messages.send(order));

        var file = attachment(newest());
        assertThat(file.get("filename").asText()).isEqualTo(payment.receipt() + ".pdf");
        assertThat(PdfText.of(Base64.getDecoder().decode(file.get("content").asText())))
                .contains("Receipt", "$40.00");
    }

    private MessageStatus send(UUID invoice, String occasion) {
        return scheduling.in(clinic, () -> mails.send(invoice, occasion));
    }

    private SandboxMessage newest() {
        return sandbox.sentTo(address).get(0);
    }

    private JsonNode attachment(SandboxMessage mail) throws IOException {
        var files = json.readTree(mail.attachments());
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    private UUID patient(String language, String email) {
        var draft = new RecordDraft(
                "Ann",
                "Smith",
                null,
                email,
                null,
                email == null ? PreferredChannel.NONE : PreferredChannel.SMS,
                language,
                null,
                null,
                null,
                java.util.List.of(),
                java.util.List.of(),
                null,
                null);
        return scheduling.in(clinic, () -> records.create(draft));
    }
}
