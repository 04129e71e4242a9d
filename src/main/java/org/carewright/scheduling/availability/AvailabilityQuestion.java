package org.carewright.scheduling.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * When can this service be given?
 *
 * @param from first day asked for, in each location's own zone
 * @param to last day asked for, included
 * @param sites the locations, in order of preference where a practitioner's hours at two of them overlap
 * @param practitioners who may give it, in the order in which they are to be named
 * @param serviceVisits starts of all visits of the service, for its limit per day
 */
public record AvailabilityQuestion(
        VisitRules rules,
        LocalDate from,
        LocalDate to,
        Instant now,
        List<Site> sites,
        List<Closure> closures,
        List<PractitionerCalendar> practitioners,
        List<Instant> serviceVisits) {}
