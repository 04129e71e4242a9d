/** What a patient has besides invoices, for pages and apps: {@link org.carewright.billing.held.PatientPlans}. */
package org.carewright.billing.held;
