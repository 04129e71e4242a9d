/** What of onboarding goes with a patient whose records merge. */
package org.carewright.onboarding.merge;
