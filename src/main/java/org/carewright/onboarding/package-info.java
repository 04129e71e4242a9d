/**
 * How patients and clinics come in: registration, paperwork, card and welcome of a new patient (ONB-1 to ONB-5), and the
 * opening of a new clinic.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "identity",
            "identity :: account",
            "audit",
            "audit :: engine",
            "audit :: access",
            "documents :: pdf",
            "patients",
            "patients :: merge",
            "patients :: access",
            "patients :: record",
            "patients :: search",
            "patients :: timeline",
            "documents",
            "documents :: consent",
            "messaging",
            "scheduling",
            "scheduling :: catalogue",
            "scheduling :: setup"
        })
package org.carewright.onboarding;
