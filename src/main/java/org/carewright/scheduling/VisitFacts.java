package org.carewright.scheduling;

import java.util.UUID;

/** Names and places of an appointment as people know them, also when service or practitioner are active no more. */
record VisitFacts(
        UUID appointmentId,
        String serviceName,
        String serviceMode,
        int durationMinutes,
        String practitionerName,
        UUID practitionerAccountId,
        String locationName,
        String locationAddress,
        String locationZone) {}
