package org.carewright.test;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Gives a node that a test starts as a process of its own a practice to book at: clinic {@code test-clinic-1}. */
@Component
@ConditionalOnProperty("carewright.test.seed")
class ClusterSeed implements ApplicationRunner {

    private final TestVisits visits;

    ClusterSeed(TestVisits visits) {
        this.visits = visits;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        visits.open();
    }
}
