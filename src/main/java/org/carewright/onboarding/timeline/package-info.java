/** What onboarding tells on a patient's timeline (CARE-1). */
package org.carewright.onboarding.timeline;
