package org.carewright.integrations.inbox;

/** Applies provider events to a module's own rows; runs in the event's clinic scope, in the job's transaction. */
public interface ProviderEventHandler {

    /** Whether events of that provider and kind are this module's. */
    boolean handles(String provider, String kind);

    /** Applies the event; must be harmless when run twice. Throwing makes the job retry. */
    void handle(StoredProviderEvent event);
}
