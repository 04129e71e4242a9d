package org.carewright.patients.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carewright.patients.record.Allergy;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of patients as programs write them, and as they shouldn't (ONB-6). */
class ImportFileTests {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "windows-1252"})
    void findsOutTheEncoding(String encoding) throws IOException {
        var text = "given name,family name\nZoë,Müller\n";
        var bytes = encoding.equals("UTF-16LE")
                ? ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)
                : text.getBytes(Charset.forName(encoding));

        assertThat(open(bytes).next()).containsExactly(List.of("Zoë", "Müller"));
    }

    @Test
    void leavesOutTheMarkAtTheBeginning() throws IOException {
        assertThat(open("\uFEFFgiven name,family name\nAnn,Smith\n").columns())
                .containsExactly("givenName", "familyName");
    }

    @Test
    void readsAnEncodingSomebodyChose() throws IOException {
        var big5 = "given name,family name\n小美,陳\n".getBytes(Charset.forName("Big5"));

        var file = ImportFile.open(new ByteArrayInputStream(big5), Optional.of(Charset.forName("Big5")));

        assertThat(file.next()).containsExactly(List.of("小美", "陳"));
    }

    @Test
    void whatIsNoTextInThatEncodingIsAnErrorOfItsRow() throws IOException {
        var bytes = ("given name,family name\n" + "Ann,Smith\n".repeat(10_000) + "Zo\u00eb,Smith\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        var file = open(bytes);
        var last = List.<String>of();
        for (var rows = file.next(); !rows.isEmpty(); rows = file.next()) {
            last = rows.get(rows.size() - 1);
        }

        var row = new ImportRow(file.columns(), last, DateFormat.ISO);
        assertThat(row.errors()).extracting(FieldError::code).containsExactly("characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsOutTheSeparator(String separator) throws IOException {
        var file = open("First name" + separator + "\"Last name, or; more\"" + separator + "Surname\nAnn" + separator
                + "x" + separator + "Smith\n");

        assertThat(file.columns()).containsExactly("givenName", "", "familyName");
        assertThat(file.next()).containsExactly(List.of("Ann", "x", "Smith"));
    }

    @Test
    void quotesHoldSeparatorsLinesAndQuotes() throws IOException {
        var file = open("given name,family name,address\r\nAnn,Smith,\"1 \"\"Old\"\" Road,\nTown\"\r\n");

        assertThat(file.next()).containsExactly(List.of("Ann", "Smith", "1 \"Old\" Road,\nTown"));
    }

    @Test
    void anUnclosedQuoteIsToldAndDoesNotDrawTheFileIn() {
        var endless = new Counting("given name,family name\nAnn,\"Smith\n", "Bo,Jones\n");

        refused("import_broken", () -> {
            var file = ImportFile.open(endless, Optional.empty());
            file.next();
        });
        assertThat(endless.read).isLessThan(1_000_000);
    }

    @Test
    void readsNoFurtherThanThePieceItGives() throws IOException {
        var endless = new Counting("given name,family name\n", "Ann,Smith\n");
        var file = ImportFile.open(endless, Optional.empty());

        for (var piece = 0; piece < 20; piece++) {
            assertThat(file.next()).hasSize(ImportFile.PIECE);
        }

        assertThat(file.read()).isEqualTo(20 * ImportFile.PIECE);
        assertThat(endless.read).isLessThan(20 * ImportFile.PIECE * "Ann,Smith\n".length() + 200_000);
    }

    @Test
    void asksForTheNamesAndForContent() {
        refused("import_headings", () -> open("Ann,Smith\nBo,Jones\n"));
        refused("import_empty", () -> open(""));
    }

    @Test
    void knowsHeadingsAsPeopleWriteThem() throws IOException {
        assertThat(open("First Name,SURNAME,D.O.B.,E-Mail,Mobile,emergency_contact_phone,shoe size\nx")
                        .columns())
                .containsExactly("givenName", "familyName", "dateOfBirth", "email", "phone", "contactPhone", "");
    }

    @ParameterizedTest
    @CsvSource({
        "DAY_FIRST, 03/04/1980, 1980-04-03",
        "MONTH_FIRST, 03/04/1980, 1980-03-04",
        "DAY_FIRST, 3.4.1980, 1980-04-03",
        "ISO, 1980-04-03, 1980-04-03",
        "MONTH_FIRST, 1980-04-03, 1980-04-03",
        "ISO, 1980/4/3, 1980-04-03"
    })
    void readsDatesAsTheFileWritesThem(DateFormat format, String text, LocalDate date) {
        assertThat(format.read(text)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30/02/1980", "1980-13-01", "tomorrow", "03/04/80"})
    void refusesDatesThatDoNotExistOrHaveTwoDigitsForTheYear(String text) {
        assertThat(DateFormat.DAY_FIRST.read(text)).isEmpty();
    }

    @Test
    void takesOffTheApostropheThatKeepsSpreadsheetsFromCalculating() {
        var row = new ImportRow(
                List.of("givenName", "familyName", "phone"),
                List.of("'=SUM(A1)", "'t Hooft", "'+12125550123"),
                DateFormat.ISO);

        assertThat(row.draft().givenName()).isEqualTo("=SUM(A1)");
        assertThat(row.draft().familyName()).isEqualTo("'t Hooft");
        assertThat(row.draft().phone()).isEqualTo("+12125550123");
    }

    @Test
    void readsSeveralAllergiesInOneCell() {
        var row = new ImportRow(
                List.of("givenName", "familyName", "allergies"),
                List.of("Ann", "Smith", "Latex: rash; Nuts;"),
                DateFormat.ISO);

        assertThat(row.draft().allergies()).containsExactly(new Allergy("Latex", " rash"), new Allergy(" Nuts", null));
    }

    @Test
    void aRowLongerThanTheHeadingsIsWrong() {
        var row = new ImportRow(List.of("givenName", "familyName"), List.of("Ann", "Smith", "x"), DateFormat.ISO);

        assertThat(row.errors()).extracting(FieldError::code).containsExactly("columns");
    }

    private static ImportFile open(String text) throws IOException {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ImportFile open(byte[] bytes) throws IOException {
        return ImportFile.open(new ByteArrayInputStream(bytes), Optional.empty());
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(work).satisfies(e -> assertThat(e.code())
                .isEqualTo(code));
    }

    /** A file without an end, which counts what is read of it. */
    private static final class Counting extends InputStream {

        private final byte[] head;
        private final byte[] line;
        private int read;

        Counting(String head, String line) {
            this.head = head.getBytes(StandardCharsets.UTF_8);
            this.line = line.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            var at = read++;
            return at < head.length ? head[at] : line[(at - head.length) % line.length];
        }
    }
}
