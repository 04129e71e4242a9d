package org.carewright.identity.account;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.AccountEvent;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows that a phone is somebody's, by a code in a text message (IAM-2): ten minutes, five attempts. */
@Service
public class PhoneVerification {

    public static final String PHONE = "phone";
    public static final String CODE = "code";
    static final int ATTEMPTS = 5;

    private final AccountChangeMapper accounts;
    private final Tickets tickets;
    private final TicketMapper rows;
    private final TicketSecret secrets;
    private final ClinicService clinics;
    private final ClinicScope clinic;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PhoneVerification(
            AccountChangeMapper accounts,
            Tickets tickets,
            TicketMapper rows,
            TicketSecret secrets,
            ClinicService clinics,
            ClinicScope clinic,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.tickets = tickets;
        this.rows = rows;
        this.secrets = secrets;
        this.clinics = clinics;
        this.clinic = clinic;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** What an account knows of its phone. @param waiting whether a code was sent that can still be typed in */
    public record Phone(String number, boolean verified, boolean waiting) {}

    @Transactional(readOnly = true)
    public Phone of(UUID accountId) {
        var account = accounts.find(accountId).orElseThrow(ProblemException::notFound);
        return new Phone(
                account.phone(),
                account.phoneVerifiedAt() != null,
                tickets.newestOpen(accountId, TicketPurpose.VERIFY_PHONE).isPresent());
    }

    /**
     * Sends a code; one sent before no longer works.
     *
     * @param typed a number as people write it in the clinic's country, or with the country code
     * @throws org.carewright.shared.forms.InvalidFormException when it is no phone number
     */
    @Transactional
    public void sendCode(UUID accountId, String typed) {
        var account = accounts.find(accountId).orElseThrow(ProblemException::notFound);
        var fields = new FieldErrors();
        var number = e164(typed, clinics.current().country());
        if (number.isEmpty()) {
            fields.add(PHONE, "phone");
        }
        fields.orThrow();
        var reader = account.reader();
        tickets.issue(
                TicketPurpose.VERIFY_PHONE,
                new Tickets.Reader(accountId, reader.door(), null, number.get(), reader.name(), reader.language()),
                Tickets.Offer.NONE);
    }

    /**
     * Takes a code. Attempts count also when they fail, so the count has a transaction of its own.
     *
     * @throws org.carewright.shared.forms.InvalidFormException when the code is wrong, over, or was tried too often
     */
    public void confirm(UUID accountId, String typed) {
        var ticket = transaction.execute(status -> tickets.newestOpen(accountId, TicketPurpose.VERIFY_PHONE)
                .filter(open -> rows.attempt(open.id(), ATTEMPTS, clock.instant()) == 1));
        var fields = new FieldErrors();
        if (ticket.isEmpty()) {
            fields.add(CODE, "code_over");
        } else if (!secrets.isCodeOf(typed.replaceAll("\\s", ""), ticket.get())) {
            fields.add(CODE, "code_wrong");
        }
        fields.orThrow();
        transaction.executeWithoutResult(status -> {
            if (rows.use(ticket.get().id(), clock.instant()) == 1) {
                accounts.verifyPhone(accountId, ticket.get().phone(), clock.instant());
                events.publishEvent(new AccountEvent.PhoneVerified(accountId, clinic.required()));
            }
        });
    }

    private static Optional<String> e164(String typed, String country) {
        var phones = PhoneNumberUtil.getInstance();
        try {
            var number = phones.parse(typed, country);
            return phones.isValidNumber(number)
                    ? Optional.of(phones.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
