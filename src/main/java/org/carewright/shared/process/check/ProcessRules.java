package org.carewright.shared.process.check;

/** A group of rules that a process model is checked against. */
@FunctionalInterface
interface ProcessRules {

    void check(ProcessModel model);
}
