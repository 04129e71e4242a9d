package org.carewright;

import static org.assertj.core.api.Assertions.assertThat;

import org.carewright.clinics.ClinicService;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CarewrightTest
class ApplicationTests {

    @Autowired
    ClinicService clinics;

    @Test
    void startsOnItsOwnDatabase() {
        assertThat(clinics.idBySlug("nowhere")).isEmpty();
    }
}
