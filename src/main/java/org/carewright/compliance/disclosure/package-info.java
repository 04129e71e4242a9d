/** Disclosures of records to others (45 CFR 164.528): {@link org.carewright.compliance.disclosure.DisclosureService}. */
package org.carewright.compliance.disclosure;
