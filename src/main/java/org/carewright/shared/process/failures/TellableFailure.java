package org.carewright.shared.process.failures;

/**
 * Marks an exception whose message is written by us and holds ids, codes and names of settings only, so that operators
 * may read it in Cockpit. Of every other exception the engine keeps the class and the place, not the message: a driver
 * or a client library quotes what it was given.
 */
public interface TellableFailure {}
