package org.carewright.test;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.Invoices;
import org.carewright.messaging.LoggedMessage;
import org.carewright.messaging.MessageLog;
import org.carewright.scheduling.AppointmentCompleted;
import org.carewright.shared.money.Money;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestVisits.Practice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Patients who are billed, can be written to and come to visits, each in a clinic of their own in New York. */
@Component
public class TestPayers {

    private static final int MOST = 100;

    private final TestVisits visits;
    private final TestRuns runs;
    private final TestScheduling scheduling;
    private final TestMoney money;
    private final Invoices invoices;
    private final MessageLog messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TestPayers(
            TestVisits visits,
            TestRuns runs,
            TestScheduling scheduling,
            TestMoney money,
            Invoices invoices,
            MessageLog messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.visits = visits;
        this.runs = runs;
        this.scheduling = scheduling;
        this.money = money;
        this.invoices = invoices;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    public Payer open() {
        var practice = visits.open();
        return new Payer(practice, runs.reachablePatient(practice));
    }

    /** One of them, and what happens to their money. */
    public final class Payer {

        private final Practice practice;
        private final UUID id;

        private Payer(Practice practice, UUID id) {
            this.practice = practice;
            this.id = id;
        }

        public Practice practice() {
            return practice;
        }

        public TestClinic clinic() {
            return practice.clinic();
        }

        /** The patient's id. */
        public UUID id() {
            return id;
        }

        /** Runs work in the clinic's scope, in one transaction. */
        public <T> T in(Supplier<T> work) {
            return scheduling.in(clinic(), work);
        }

        /** Runs work in the clinic's scope, in one transaction. */
        public void in(Runnable work) {
            in(() -> {
                work.run();
                return true;
            });
        }

        /** Oldest first; those of no period first of all. */
        public List<Invoice> invoices() {
            var oldestFirst = comparing(Invoice::periodStart, nullsFirst(naturalOrder()));
            return in(() -> invoices.ofPatient(id, null, MOST)).stream()
                    .sorted(oldestFirst)
                    .toList();
        }

        /** Pays all that is owed, in cash. */
        public void payAll() {
            invoices().stream()
                    .filter(invoice -> invoice.outstandingMinor() > 0)
                    .forEach(invoice -> money.cash(clinic(), invoice.id(), invoice.outstandingMinor()));
        }

        /** Templates of messages about something, oldest first. @param type as {@code invoice} */
        public List<String> sent(String type, UUID about) {
            return in(() -> messages.of(type, about)).stream()
                    .sorted(comparing(LoggedMessage::createdAt))
                    .map(LoggedMessage::template)
                    .toList();
        }

        /** A bare appointment for the practice's usual visit. */
        public UUID visit(Instant start) {
            return scheduling.appointment(clinic(), id, practice.visit(), practice.practitioner(), start);
        }

        /** Publishes, as the visit's process does, that it has taken place now as planned, for 80.00. */
        public void complete(UUID visit) {
            var now = clock.instant();
            in(() -> events.publishEvent(new AppointmentCompleted(
                    clinic().id(),
                    visit,
                    id,
                    practice.visit(),
                    practice.practitioner(),
                    Money.of(8_000, "USD"),
                    "as_planned",
                    now,
                    now)));
        }

        /** Whether an invoice was made of the visit. */
        public boolean isInvoiced(UUID visit) {
            return in(() -> invoices.of(new InvoiceSource(InvoiceSource.Kind.APPOINTMENT, visit)))
                    .isPresent();
        }
    }
}
