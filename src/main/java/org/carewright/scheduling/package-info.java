/**
 * Services, hours, availability and appointments, from request to the visit's end (SCH). The truth about who is free is
 * the constraint on {@code scheduling.reservation}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "integrations",
            "clinics",
            "identity",
            "audit",
            "audit :: access",
            "audit :: engine",
            "patients",
            "patients :: merge",
            "patients :: access",
            "patients :: portal",
            "patients :: timeline",
            "messaging"
        })
package org.carewright.scheduling;
