/**
 * Money at the portal (BIL-8). Only who has full access to a patient sees and pays what the patient owes; view-only and
 * messaging access show nothing of money, not even that there is any.
 */
package org.carewright.billing.portal;
