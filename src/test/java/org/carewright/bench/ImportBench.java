package org.carewright.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.identity.Role;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.transfer.DateFormat;
import org.carewright.patients.transfer.PatientImports;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestClinics;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A long file of patients, received, checked without writing, and written (ONB-6): the heap is the same size after any
 * number of rows. The file is made while it is read; one row of ten has a date that isn't one, and names repeat as they do
 * among people.
 */
final class ImportBench {

    private static final double MEGABYTE = 1024.0 * 1024;

    /** What may be live more at any point than at the beginning: the heap doesn't grow with the file. */
    private static final double GROWN_AT_MOST_MEGABYTES = 32;

    private static final int POINTS = 10;
    private static final int WRONG = 10;

    private final TestClinics clinics;
    private final PatientImports imports;
    private final ClinicScope scope;
    private final TransactionTemplate transaction;
    private UUID clinic;
    private double mostLive;

    ImportBench(TestClinics clinics, PatientImports imports, ClinicScope scope, TransactionTemplate transaction) {
        this.clinics = clinics;
        this.imports = imports;
        this.scope = scope;
        this.transaction = transaction;
    }

    void measure(int rows, BenchTable table) {
        clinic = clinics.open().id();
        var what = "import of %,d rows: ".formatted(rows);
        var before = live();
        mostLive = before;
        var begin = System.nanoTime();
        var id = receive(new Rows(rows));
        table.figure(what + "received", perSecond(rows, begin));
        begin = System.nanoTime();
        go(rows, () -> imports.checkNext(id), () -> imports.get(id).rowsChecked());
        table.figure(what + "checked", perSecond(rows, begin));
        begin = System.nanoTime();
        go(rows, () -> imports.writeNext(id), () -> imports.get(id).rowsWritten());
        table.figure(what + "written", perSecond(rows, begin));
        table.figure(what + "heap live before", BenchTable.number(Math.rint(before)) + " MB");
        table.figure(what + "heap live more at most", Math.rint(mostLive - before), GROWN_AT_MOST_MEGABYTES, " MB");
        var done = in(() -> imports.get(id));
        if (done.rowsWritten() + done.rowsWrong() != rows || done.rowsWrong() != rows / WRONG) {
            throw new IllegalStateException("Written %d, wrong %d".formatted(done.rowsWritten(), done.rowsWrong()));
        }
    }

    private UUID receive(InputStream file) {
        var person = new StaffPrincipal(UUID.randomUUID(), clinic, "Bench", Set.of(Role.MANAGER), 0);
        return scope.call(clinic, () -> {
            try {
                return imports.receive(person, file, Optional.of(StandardCharsets.UTF_8), DateFormat.ISO);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** As one job executor thread does it: some pieces in a transaction, again and again. */
    private void go(int rows, Supplier<Boolean> next, Supplier<Integer> progress) {
        var point = 1;
        while (!in(next)) {
            if (in(progress) >= (long) rows * point / POINTS) {
                look();
                point++;
            }
        }
        look();
    }

    private void look() {
        mostLive = Math.max(mostLive, live());
    }

    /** Megabytes that a full collection leaves. */
    private static double live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    private static String perSecond(int rows, long begin) {
        return BenchTable.number(Math.rint(rows / ((System.nanoTime() - begin) / 1e9))) + "/s";
    }

    private <T> T in(Supplier<T> work) {
        return scope.call(clinic, () -> transaction.execute(status -> work.get()));
    }

    /** A file that exists only as far as it has been read. */
    private final class Rows extends InputStream {

        private static final String[] GIVEN = {"Ann", "Bo", "Carla", "Dev", "Emil", "Fatima", "Grace", "Hiro"};
        private static final String[] FAMILY = {"Smith", "Jones", "Garcia", "Kumar", "Tanaka", "Chen", "Okafor"};

        private static final LocalDate FIRST_BIRTH = LocalDate.of(1930, 1, 1);
        private static final int DAYS = 33_000;

        private final int count;
        private byte[] line =
                "given name,family name,date of birth,email,phone,allergies\n".getBytes(StandardCharsets.UTF_8);
        private int at;
        private int row;

        Rows(int count) {
            this.count = count;
        }

        @Override
        public int read() {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (at == line.length) {
                if (row == count) {
                    return -1;
                }
                line = next().getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            var read = Math.min(length, line.length - at);
            System.arraycopy(line, at, buffer, offset, read);
            at += read;
            return read;
        }

        private String next() {
            if (row > 0 && row % (count / POINTS) == 0) {
                look();
            }
            var number = row++;
            var born = number % WRONG == 0
                    ? "someday"
                    : FIRST_BIRTH.plusDays(number * 7919L % DAYS).toString();
            return "%s,%s,%s,p%d@patient.example,,Latex\n"
                    .formatted(
                            GIVEN[number % GIVEN.length],
                            // About as many people of a name as there are in a town.
                            FAMILY[number % FAMILY.length] + " " + number / 4001 % 97,
                            born,
                            number);
        }
    }
}
