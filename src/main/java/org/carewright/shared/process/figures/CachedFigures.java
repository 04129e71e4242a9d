package org.carewright.shared.process.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine's figures, counted again at most every ten seconds however often and by however many they are asked for. */
@Component
class CachedFigures {

    private static final Logger LOG = LoggerFactory.getLogger(CachedFigures.class);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final EngineFiguresMapper mapper;
    private final TransactionTemplate transactions;
    private final Clock clock;

    private EngineFigures figures = EngineFigures.UNKNOWN;
    private Instant countedAt = Instant.EPOCH;

    CachedFigures(EngineFiguresMapper mapper, TransactionTemplate transactions, Clock clock) {
        this.mapper = mapper;
        this.transactions = transactions;
        this.clock = clock;
    }

    synchronized EngineFigures current() {
        var now = clock.instant();
        if (Duration.between(countedAt, now).abs().compareTo(FRESH) > 0) {
            countedAt = now;
            figures = count(now);
        }
        return figures;
    }

    private EngineFigures count(Instant now) {
        var at = Date.from(now);
        try {
            return transactions.execute(status -> new EngineFigures(
                    mapper.jobsDue(at), mapper.jobsFailed(), mapper.incidents(), mapper.instances(), mapper.tasks(at)));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "The engine's figures could not be counted: {}",
                    e.getClass().getName());
            return EngineFigures.UNKNOWN;
        }
    }
}
