package org.carewright.shared.production;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** All that is wrong at once, each with its remedy, instead of one stack trace after the other. */
class ProductionRefusedAnalyzer extends AbstractFailureAnalyzer<ProductionRefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ProductionRefusedException cause) {
        var list = cause.problems().stream().map(problem -> "  - " + problem).collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "Carewright refuses to start in production:\n\n" + list,
                "Set right what is listed and start again, or start without the profile 'production'.",
                cause);
    }
}
