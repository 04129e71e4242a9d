package org.carewright.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.carewright.patients.NewPatient;
import org.carewright.patients.PatientService;
import org.carewright.patients.PreferredChannel;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever turns logging up to find a fault still reads no patient's data (PLT-8). */
@CarewrightTest
class StatementLogTests {

    private static final String NAME = "Quintessa";

    @Autowired
    PatientService patients;

    @Autowired
    TestClinics clinics;

    @Autowired
    ClinicScope scope;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void noLevelMakesStatementsTellTheirParameters() {
        var logger = (Logger) LoggerFactory.getLogger("org.carewright");
        var before = logger.getLevel();
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.TRACE);
        try {
            var person = new NewPatient(NAME, "Lee", NAME + "@canary.example", null, PreferredChannel.EMAIL, "en");
            scope.call(clinics.open().id(), () -> new TransactionTemplate(transactions)
                    .execute(status -> patients.findOrCreate(person, "US")));
        } finally {
            logger.setLevel(before);
            logger.detachAppender(lines);
        }

        assertThat(lines.list).noneMatch(line -> line.getFormattedMessage().contains(NAME));
    }
}
