package org.carewright.identity;

/** A clinic's security settings were changed; published in the transaction and scope that did it. */
public record ClinicSecurityChanged() {}
