package org.carewright.shape;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;

/** Calls that ask the machine for the time. */
final class Calls {

    private static final String TIME_TYPES = "java.time.";
    private static final Set<String> CLOCK_FACTORIES = Set.of("systemUTC", "systemDefaultZone", "system");

    private Calls() {}

    static DescribedPredicate<JavaMethodCall> toTheMachinesClock() {
        return DescribedPredicate.describe("ask the machine's clock", call -> {
            var owner = call.getTargetOwner();
            var method = call.getName();
            var parameters = call.getTarget().getRawParameterTypes();
            if (method.equals("now") && owner.getName().startsWith(TIME_TYPES)) {
                return parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            }
            return owner.isEquivalentTo(Clock.class) && CLOCK_FACTORIES.contains(method)
                    || owner.isEquivalentTo(System.class) && method.equals("currentTimeMillis")
                    || owner.isEquivalentTo(Calendar.class) && method.equals("getInstance");
        });
    }

    static DescribedPredicate<JavaConstructorCall> toTheMachinesDate() {
        return DescribedPredicate.describe(
                "create a date of now",
                call -> call.getTargetOwner().isEquivalentTo(Date.class)
                        && call.getTarget().getRawParameterTypes().isEmpty());
    }
}
