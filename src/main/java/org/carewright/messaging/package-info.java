/**
 * One way out for e-mail and SMS: templates, preferences, opt-outs and a log of every message (MSG-4, MSG-5). A module
 * whose rows messages are about implements {@link org.carewright.messaging.MessageSubjects}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "integrations",
            "integrations :: effect",
            "integrations :: email",
            "integrations :: inbox",
            "integrations :: sms",
            "clinics",
            "identity",
            "identity :: account",
            "audit",
            "patients",
            "patients :: merge",
            "patients :: timeline"
        })
package org.carewright.messaging;
