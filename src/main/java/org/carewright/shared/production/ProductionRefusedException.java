package org.carewright.shared.production;

import java.util.List;

/** A production start with something wrong; shown as a list of sentences, without a stack trace. */
class ProductionRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ProductionRefusedException(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
