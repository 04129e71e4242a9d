package org.carewright.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ledger only grows, and always balances (BIL-9). */
@CarewrightTest
class LedgerTests {

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestMoney money;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JdbcConnectionDetails database;

    private TestClinic clinic;
    private UUID invoice;

    @BeforeEach
    void setUp() {
        clinic = clinics.open();
        invoice = money.issued(clinic, scheduling.patient(clinic), 8_000);
    }

    @Test
    void refusesAPostingThatDoesNotBalance() {
        var entries = List.of(Entry.money("cash", 100, null, null), Entry.revenue(-99, invoice, null));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Posting("test", UUID.randomUUID(), TestMoney.DOLLARS, entries));
    }

    @Test
    void postsADocumentOnce() {
        var posting = new Posting(
                "test",
                UUID.randomUUID(),
                TestMoney.DOLLARS,
                List.of(Entry.money("cash", 100, null, null), Entry.revenue(-100, invoice, null)));

        assertThat(scheduling.in(clinic, () -> ledger.post(posting))).isTrue();
        assertThat(scheduling.in(clinic, () -> ledger.post(posting))).isFalse();
        assertThat(scheduling.in(clinic, () -> ledger.entriesOf("test", posting.documentId())))
                .hasSize(2);
    }

    @Test
    void reversesADocumentOnce() {
        assertThat(scheduling.in(clinic, () -> ledger.reverse("invoice", invoice)))
                .isTrue();
        assertThat(scheduling.in(clinic, () -> ledger.reverse("invoice", invoice)))
                .isFalse();
        assertThat(money.balance(clinic, "receivable")).isZero();
        assertThat(money.balance(clinic, "revenue")).isZero();
    }

    @Test
    void theDatabaseRefusesEntriesThatDoNotBalance() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> scheduling.in(
                        clinic,
                        () -> jdbc.update(
                                """
                                insert into billing.entry (clinic_id, posting_id, line, account, amount_minor, currency,
                                                           booked_on, invoice_id)
                                select clinic_id, id, 9, 'revenue', -1, currency, booked_on, document_id
                                from billing.posting
                                where document_id = ?
                                """,
                                invoice)))
                .withMessageContaining("do not balance");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update billing.entry set amount_minor = amount_minor + 1",
                "delete from billing.entry",
                "update billing.posting set booked_on = booked_on - 1",
                "delete from billing.posting"
            })
    void nobodyChangesWhatIsPosted(String statement) throws SQLException {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> scheduling.in(clinic, () -> jdbc.update(statement)))
                .havingRootCause()
                .withMessageContaining("permission denied");
        try (Connection superuser = DriverManager.getConnection(database.getJdbcUrl(), "postgres", "");
                var change = superuser.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> change.execute(statement))
                    .withMessageContaining("append-only");
        }
    }
}
