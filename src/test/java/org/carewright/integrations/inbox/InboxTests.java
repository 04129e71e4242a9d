package org.carewright.integrations.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CarewrightTest
class InboxTests {

    /** In the retry cycle of Task_ApplyProviderEvents; the first attempt comes before them. */
    private static final int PAUSES = 6;

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Autowired
    Inbox inbox;

    @Autowired
    TestEvents events;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestInbox kept;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    PlatformTransactionManager transactions;

    private UUID clinicId;

    @BeforeEach
    void openClinic() {
        clinicId = clinics.open().id();
        events.handled.clear();
        events.failing = false;
    }

    @Test
    void handsEventsOverInTheOrderInWhichTheyHappened() {
        inbox.receive(List.of(
                event(clinicId, "e3", "delivered", NOON.plusSeconds(1)),
                event(clinicId, "e2", "delivered", NOON),
                event(clinicId, "e1", "processed", NOON)));
        kept.apply(clinicId);

        assertThat(events.handled).extracting(StoredProviderEvent::eventId).containsExactly("e1", "e2", "e3");
    }

    @Test
    void givesEachClinicItsOwnBatch() {
        var other = clinics.open().id();
        inbox.receive(List.of(event(clinicId, "e1", "sent", NOON), event(other, "e1", "sent", NOON)));

        assertThat(kept.waitingBatches(clinicId)).isEqualTo(1);
        assertThat(kept.waitingBatches(other)).isEqualTo(1);
        kept.apply(other);
        assertThat(kept.openKinds(other)).isEmpty();
        assertThat(kept.openKinds(clinicId)).containsExactly("sent");
    }

    @Test
    void startsNoProcessForEventsThatAreThereAlready() {
        inbox.receive(List.of(event(clinicId, "e1", "sent", NOON)));
        kept.apply(clinicId);
        inbox.receive(List.of(event(clinicId, "e1", "sent", NOON)));

        assertThat(kept.waitingBatches(clinicId)).isZero();
        assertThat(events.handled).hasSize(1);
    }

    @Test
    void keepsNeitherEventsNorProcessWhenTheWebhooksTransactionFails() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            inbox.receive(List.of(event(clinicId, "e1", "sent", NOON)));
            status.setRollbackOnly();
        });

        assertThat(kept.kinds(clinicId)).isEmpty();
        assertThat(kept.waitingBatches(clinicId)).isZero();
    }

    @Test
    void triesAgainAndThenRaisesAnIncidentWhenAModuleCannotApplyAnEvent() {
        inbox.receive(List.of(event(clinicId, "e1", "sent", NOON)));
        events.failing = true;
        for (int attempt = 0; attempt <= PAUSES; attempt++) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> kept.apply(clinicId));
        }
        assertThat(kept.openKinds(clinicId)).containsExactly("sent");
        var incident =
                runtime.createIncidentQuery().tenantIdIn(clinicId.toString()).singleResult();
        assertThat(incident.getActivityId()).isEqualTo("Task_ApplyProviderEvents");

        events.failing = false;
        management.setJobRetries(incident.getConfiguration(), 1);
        kept.apply(clinicId);
        assertThat(kept.openKinds(clinicId)).isEmpty();
        assertThat(kept.waitingBatches(clinicId)).isZero();
    }

    @Test
    void appliesEachEventOnceHoweverOftenTheJobRuns() {
        inbox.receive(List.of(event(clinicId, "e1", "sent", NOON)));
        var batchId = runtime.createProcessInstanceQuery()
                .tenantIdIn(clinicId.toString())
                .singleResult()
                .getBusinessKey();
        kept.apply(clinicId);

        inbox.handle(UUID.fromString(batchId));
        assertThat(events.handled).hasSize(1);
    }

    private static ProviderEvent event(UUID clinicId, String eventId, String kind, Instant at) {
        return new ProviderEvent(clinicId, TestEvents.PROVIDER, eventId, kind, null, "ref", null, null, at);
    }
}
