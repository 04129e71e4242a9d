/**
 * Pages of patients' records at the desk, and patients through the API. Modules above put tabs of their own beneath {@link
 * org.carewright.patients.web.RecordHead}.
 */
@org.springframework.modulith.NamedInterface("web")
package org.carewright.patients.web;
