package org.carewright.shape;

import org.carewright.CarewrightApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules and what each may know of the others, as stated in their {@code package-info} (design §3). */
class ModularityTests {

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(CarewrightApplication.class).verify();
    }
}
