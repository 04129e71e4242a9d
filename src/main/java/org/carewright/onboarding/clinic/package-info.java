/**
 * Opening a new clinic (PLT-4): {@link org.carewright.onboarding.clinic.ClinicOpenings} begins it and tells where it
 * stands, {@code ClinicOnboardingProcess} leads, {@code GoLiveDecision} tells what is missing.
 */
package org.carewright.onboarding.clinic;
