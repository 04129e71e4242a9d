package org.carewright.test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Moves the one clock of product and engine for a test and puts it back afterwards. */
public final class TestTime implements AfterEachCallback {

    private LocalDate today;

    public void moveTo(Instant time) {
        ClockUtil.setCurrentTime(Date.from(time));
    }

    public void moveTo(String time) {
        moveTo(Instant.parse(time));
    }

    /** A second later than it is: what is made in one millisecond is in no order. */
    public void tick() {
        moveTo(ClockUtil.getCurrentTime().toInstant().plusSeconds(1));
    }

    /** Noon of that day in New York, where clinics of tests are. */
    public void moveToNoon(String day) {
        today = LocalDate.parse(day);
        moveTo(today.atTime(12, 0).atZone(TestClinics.ZONE).toInstant());
    }

    /** Noon of the day after. */
    public void nextNoon() {
        moveToNoon(today.plusDays(1).toString());
    }

    /** The day whose noon it is. */
    public LocalDate today() {
        return today;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ClockUtil.reset();
    }
}
