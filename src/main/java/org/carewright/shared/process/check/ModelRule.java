package org.carewright.shared.process.check;

/** What a model is checked for; the names are stable. */
public enum ModelRule {
    /** The file is well-formed and fits the standard's schema. */
    READABLE,
    /** One process or decision to a file, and the file is named after it. */
    FILE_NAME,
    /** A process or decision has a name people know it by. */
    MODEL_NAME,
    /** How long history is kept is stated. */
    TIME_TO_LIVE,
    /** The process says in a sentence or two what it is for. */
    DOCUMENTATION,
    /** Only kinds of elements that are safe and understood. */
    ALLOWED_ELEMENT,
    /** Only settings that are safe and understood. */
    ALLOWED_ATTRIBUTE,
    /** Ids in Camunda's style, because operators read them in logs. */
    ELEMENT_ID,
    /** Whatever a reader sees in the diagram has a name. */
    ELEMENT_NAME,
    /** Service tasks are bound to a task of the catalogue and in no other way. */
    TASK_BINDING,
    /** Input parameters are those that the task declares, required ones given. */
    TASK_INPUT,
    /** Tasks that leave the machine run by themselves and are tried again. */
    REMOTE_TASK,
    /** User tasks and start events show a form deployed with them. */
    FORM,
    /** Tasks are offered to groups that exist. */
    CANDIDATES,
    /** Business rule tasks use a decision deployed with them. */
    DECISION,
    /** Called processes get named variables, not everything. */
    DATA_MAPPING,
    /** Timers are ISO 8601 or a declared variable. */
    TIMER,
    /** Messages and errors are defined, named and used. */
    MESSAGE,
    /** Expressions name one variable, or compare variables with values. */
    EXPRESSION,
    /** Variables are declared by the process's module. */
    VARIABLE,
    /** Everything in the process is in the diagram. */
    DIAGRAM
}
