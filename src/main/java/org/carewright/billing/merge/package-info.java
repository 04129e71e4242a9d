/** What of billing goes with a patient when two records merge. */
package org.carewright.billing.merge;
