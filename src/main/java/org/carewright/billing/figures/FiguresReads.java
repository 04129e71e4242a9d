package org.carewright.billing.figures;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads everything of one page from one picture of the ledger, so that its figures agree with each other. */
@Component
public class FiguresReads {

    private final TransactionTemplate snapshot;

    FiguresReads(PlatformTransactionManager transactions) {
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    public <T> T inOne(Supplier<T> work) {
        return snapshot.execute(status -> work.get());
    }
}
