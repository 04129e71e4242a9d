package org.carewright.shared.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class EmbeddedDatabaseInUseAnalyzer extends AbstractFailureAnalyzer<EmbeddedDatabaseInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedDatabaseInUseException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Stop it, start this one in another directory, or set SPRING_DATASOURCE_URL so that both use one"
                        + " PostgreSQL.",
                cause);
    }
}
