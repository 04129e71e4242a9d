package org.carewright.identity;

import java.util.List;

/**
 * A clinic's security settings were changed; published in the transaction and scope that did it.
 *
 * @param changes settings with what they were and are, e.g. {@code staff-idle-minutes 15 > 10}; never empty
 */
public record ClinicSecurityChanged(List<String> changes) {}
