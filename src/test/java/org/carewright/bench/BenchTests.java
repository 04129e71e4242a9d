package org.carewright.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.carewright.audit.AuditLog;
import org.carewright.audit.seal.AuditSealer;
import org.carewright.audit.seal.AuditVerifier;
import org.carewright.billing.figures.DayTotals;
import org.carewright.billing.figures.MoneyFigures;
import org.carewright.billing.process.InvoiceRuns;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.search.PatientSearch;
import org.carewright.patients.transfer.PatientImports;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.catalogue.SchedulingSetup;
import org.carewright.scheduling.slots.AvailabilityService;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestMoney;
import org.carewright.test.TestRuns;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestVisits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The figures of {@code mvn -Pbench verify}; see src/docs/benchmarks.md. Nothing is asserted about time: what misses
 * its budget is marked in the table, which is printed and kept in {@code target/bench.md}.
 */
@Tag("bench")
@CarewrightTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BenchTests {

    private static final Path FILE = Path.of("target/bench.md");
    private static final double MEGABYTE = 1024.0 * 1024;

    private final BenchSizes sizes = BenchSizes.fromSystemProperties();
    private final BenchTable table = new BenchTable();

    @LocalServerPort
    int port;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ClinicScope scope;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    SchedulingSetup setup;

    @Autowired
    AvailabilityService availability;

    @Autowired
    CatalogueService catalogue;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    AuditLog audit;

    @Autowired
    AuditSealer sealer;

    @Autowired
    AuditVerifier verifier;

    @Autowired
    MoneyFigures figures;

    @Autowired
    DayTotals totals;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientSearch search;

    @Autowired
    PatientImports imports;

    @Autowired
    TestStaff staff;

    @Autowired
    TestVisits visits;

    @Autowired
    TestRuns runs;

    @Autowired
    TestMoney money;

    @Autowired
    InvoiceRuns invoiceRuns;

    @Autowired
    PlatformTransactionManager transactions;

    private BulkRows rows;

    @BeforeAll
    void tellMachine() {
        rows = new BulkRows(database);
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        table.fact("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        table.fact(
                "machine",
                "%d cores, %s MB memory, %s %s, load %s at the beginning"
                        .formatted(
                                system.getAvailableProcessors(),
                                BenchTable.number(Math.rint(system.getTotalMemorySize() / MEGABYTE)),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                BenchTable.number(system.getSystemLoadAverage())));
        table.fact(
                "JVM",
                "%s %s, heap up to %s MB"
                        .formatted(
                                System.getProperty("java.vm.name"),
                                System.getProperty("java.runtime.version"),
                                BenchTable.number(Math.rint(Runtime.getRuntime().maxMemory() / MEGABYTE))));
        table.fact(
                "PostgreSQL",
                "%s, fsync %s, synchronous_commit %s, shared_buffers %s, on the same machine"
                        .formatted(
                                rows.show("server_version"),
                                rows.show("fsync"),
                                rows.show("synchronous_commit"),
                                rows.show("shared_buffers")));
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        table.fact("engine", "history level " + configuration.getHistoryLevel().getName() + ", jobs off");
        table.fact(
                "run",
                "%d rounds of %d bookings on each side, %d searches at each size"
                        .formatted(sizes.rounds(), sizes.bookings(), sizes.searches()));
    }

    @AfterAll
    void publish() throws Exception {
        table.publish(FILE);
    }

    @Test
    @Order(1)
    void bookingsAgainstTheBareEngine() {
        var clinic = BenchClinic.open(clinics, scheduling, setup);
        var bare = BenchClinic.open(clinics, scheduling, setup);
        var starts = sizes.bookings() * (2 * sizes.rounds() + 2) + 1;
        rows.patients(bare, 100);
        rows.ahead(bare, BookingBench.FIRST_DAY, BookingBench.FIRST_DAY + starts / BenchClinic.VISITS_ON_A_DAY, 10);
        rows.settle();
        new BookingBench(clinic, bare, port, json, runtime, history, scope, rows, appointments(bare))
                .measure(sizes, table);
    }

    private List<UUID> appointments(BenchClinic clinic) {
        return scheduling.in(
                clinic.clinic(), () -> jdbc.queryForList("select id from scheduling.appointment", UUID.class));
    }

    @Test
    @Order(2)
    void searchesInAnOldClinic() {
        var clinic = BenchClinic.open(clinics, scheduling, setup);
        new AvailabilityBench(clinic, rows, availability, catalogue, scope, port).measure(sizes, table);
    }

    @Test
    @Order(3)
    void theAuditTrail() {
        new AuditBench(clinics, rows, audit, sealer, verifier, scope, new TransactionTemplate(transactions))
                .measure(table);
    }

    @Test
    @Order(4)
    void findingPatients() {
        new PatientBench(
                        clinics,
                        rows,
                        records,
                        search,
                        imports,
                        staff,
                        scope,
                        new TransactionTemplate(transactions),
                        port)
                .measure(sizes, table);
    }

    @Test
    @Order(5)
    void importingALongFile() {
        new ImportBench(clinics, imports, scope, new TransactionTemplate(transactions))
                .measure(sizes.imported(), table);
    }

    @Test
    @Order(6)
    void figuresOfMoney() {
        new FiguresBench(clinics, rows, figures, totals, scope, staff, port).measure(table);
    }

    @Test
    @Order(7)
    void invoicesAgainstTheBareEngine() {
        var practice = visits.open();
        new InvoiceBench(engine, invoiceRuns, money, scheduling, rows, practice, runs.reachablePatient(practice))
                .measure(sizes, table);
    }

    @Test
    @Order(8)
    void theFirstOfTheMonth() {
        new RenewalBench(rows).measure(sizes, table);
    }

    @Test
    @Order(9)
    void startAndMemory(@TempDir Path directory) throws Exception {
        new ProcessBench(directory).measure(table);
    }
}
