/**
 * What privacy law asks of a clinic: review of access in an emergency (HIP-5), accounting of disclosures (HIP-3). Above
 * all modules whose data it concerns.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "integrations",
            "integrations :: effect",
            "integrations :: email",
            "clinics",
            "identity",
            "audit",
            "audit :: access",
            "audit :: engine",
            "patients"
        })
package org.carewright.compliance;
