/**
 * A new patient's onboarding: {@link org.carewright.onboarding.patient.Onboarding} begins it,
 * {@link org.carewright.onboarding.patient.Paperwork} takes what the patient gives, {@code OnboardingProcess} leads
 * (ONB-1 to ONB-5).
 */
package org.carewright.onboarding.patient;
