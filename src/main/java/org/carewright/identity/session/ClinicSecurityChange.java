package org.carewright.identity.session;

import java.util.Map;

/** How a change of a clinic's security settings went. */
public sealed interface ClinicSecurityChange {

    record Done() implements ClinicSecurityChange {}

    /**
     * @param field the setting that is wrong
     * @param reason {@code bounds}, {@code range} (not an address or range) or {@code own} (would lock out who sets it)
     */
    record Refused(String field, String reason, Map<String, String> arguments) implements ClinicSecurityChange {}
}
