package org.carewright.integrations.bank;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.carewright.integrations.bank.BankLineMapper.NewLine;
import org.carewright.shared.money.Money;
import org.carewright.shared.sealing.IndexText;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes statement files of a clinic's bank, in its scope. A file may overlap with earlier ones in any way: a line is
 * known by the bank's reference and its amount, or, where the bank gives none that is used once, by day, amount, text and
 * how many like it stand above it in the file.
 */
@Service
public class BankStatements {

    /** A larger file is no statement. */
    public static final int LARGEST_BYTES = 10 * 1024 * 1024;

    private static final int PIECE = 500;
    /** A statement made in Auckland is read in Honolulu. */
    private static final int DAYS_AHEAD = 1;

    private static final char APART = '\u0000';

    private final BankLineMapper lines;
    private final Sealing sealing;
    private final ClinicScope clinic;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BankStatements(
            BankLineMapper lines, Sealing sealing, ClinicScope clinic, ApplicationEventPublisher events, Clock clock) {
        this.lines = lines;
        this.sealing = sealing;
        this.clinic = clinic;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a CSV file: all of its lines or, when one can't be read, none.
     *
     * @param account the clinic's name for its account, e.g. {@code HDFC current}
     * @param currency the account's
     * @param order what 03/04/2026 means there, usually {@link DateOrder#of(Currency)}
     * @param importedBy the account of who does it, null for the system
     */
    @Transactional
    public ImportResult take(String account, Currency currency, DateOrder order, byte[] file, UUID importedBy) {
        if (file.length > LARGEST_BYTES) {
            return new ImportResult.Refused(List.of(new StatementProblem(0, "too_long")));
        }
        var parsed = parse(currency, order, file);
        if (!parsed.problems().isEmpty()) {
            return new ImportResult.Refused(parsed.problems());
        }
        return keep(UUID.randomUUID(), account.strip(), currency, parsed.lines(), importedBy);
    }

    /** What {@link #take} would do with the file; nothing is kept. */
    @Transactional(readOnly = true)
    StatementPreview preview(String account, Currency currency, DateOrder order, byte[] file) {
        var parsed = parse(currency, order, file);
        if (!parsed.problems().isEmpty()) {
            return new StatementPreview(List.of(), parsed.problems());
        }
        var prints = fingerprints(account.strip(), currency, parsed.lines());
        var known = known(prints);
        var shown = new ArrayList<StatementPreview.Line>();
        for (var index = 0; index < prints.size(); index++) {
            var line = parsed.lines().get(index);
            shown.add(new StatementPreview.Line(
                    line.row(),
                    line.bookedOn(),
                    new Money(line.minor(), currency),
                    line.reference(),
                    line.description(),
                    known.contains(prints.get(index))));
        }
        return new StatementPreview(shown, List.of());
    }

    private StatementParser.Parsed parse(Currency currency, DateOrder order, byte[] file) {
        var latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(DAYS_AHEAD);
        return StatementParser.parse(file, currency, order, latest);
    }

    private ImportResult keep(
            UUID importId, String account, Currency currency, List<StatementLine> parsed, UUID importedBy) {
        var now = clock.instant();
        var fresh = fresh(account, currency, parsed);
        lines.insertImport(
                importId,
                account,
                currency.getCurrencyCode(),
                parsed.size(),
                parsed.size() - fresh.size(),
                importedBy,
                now);
        var inserted = new ArrayList<Boolean>();
        for (var from = 0; from < fresh.size(); from += PIECE) {
            var piece = fresh.subList(from, Math.min(fresh.size(), from + PIECE));
            inserted.addAll(lines.insertLines(importId, account, currency.getCurrencyCode(), now, piece));
        }
        var credits = Collections.frequency(inserted, true);
        if (credits > 0) {
            events.publishEvent(new BankStatementImported(importId, credits));
        }
        return new ImportResult.Imported(importId, credits, inserted.size() - credits, parsed.size() - inserted.size());
    }

    private List<NewLine> fresh(String account, Currency currency, List<StatementLine> parsed) {
        var prints = fingerprints(account, currency, parsed);
        var known = known(prints);
        var fresh = new ArrayList<NewLine>();
        for (var index = 0; index < parsed.size(); index++) {
            if (!known.contains(prints.get(index))) {
                fresh.add(newLine(parsed.get(index), prints.get(index)));
            }
        }
        return fresh;
    }

    private NewLine newLine(StatementLine line, String fingerprint) {
        var id = UUID.randomUUID();
        return new NewLine(
                id,
                line.bookedOn(),
                line.minor(),
                line.reference(),
                sealing.seal(
                        clinic.required(),
                        BankLines.label(id),
                        line.description().getBytes(StandardCharsets.UTF_8)),
                fingerprint);
    }

    private Set<String> known(List<String> prints) {
        var known = new HashSet<String>();
        for (var from = 0; from < prints.size(); from += PIECE) {
            known.addAll(lines.known(prints.subList(from, Math.min(prints.size(), from + PIECE))));
        }
        return known;
    }

    private List<String> fingerprints(String account, Currency currency, List<StatementLine> parsed) {
        var times = new HashMap<String, Integer>();
        var prints = new ArrayList<String>();
        for (var line : parsed) {
            var text = currency.getCurrencyCode() + APART + line.minor() + APART + identity(account, line);
            var time = times.merge(text, 1, Integer::sum);
            prints.add(sealing.token(clinic.required(), "bank_line", text + APART + time));
        }
        return prints;
    }

    /** A bank's reference counts in whichever account: people write the account's name now so, now so. */
    private static String identity(String account, StatementLine line) {
        return BankReference.isUnique(line.reference())
                ? "ref" + APART + line.reference()
                : String.join(
                        Character.toString(APART),
                        IndexText.normal(account),
                        line.bookedOn().toString(),
                        Objects.toString(line.reference(), ""),
                        IndexText.normal(line.description()));
    }
}
