package org.carewright.test;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Moves the one clock of product and engine for a test and puts it back afterwards. */
public final class TestTime implements AfterEachCallback {

    public void moveTo(Instant time) {
        ClockUtil.setCurrentTime(Date.from(time));
    }

    public void moveTo(String time) {
        moveTo(Instant.parse(time));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ClockUtil.reset();
    }
}
