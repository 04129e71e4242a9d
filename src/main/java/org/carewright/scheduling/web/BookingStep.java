package org.carewright.scheduling.web;

import java.time.Instant;
import java.util.UUID;
import org.carewright.scheduling.slots.Hold;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What has been chosen when the form is reached. It travels in the address; the server checks all of it again.
 *
 * @param wanted the practitioner as the visitor chose, an id or {@code any}
 * @param practitioner who would see the visitor
 * @param until when the hold ends; for the display only
 */
record BookingStep(UUID service, String wanted, UUID practitioner, Instant start, UUID hold, Instant until) {

    static BookingStep of(UUID service, String wanted, Hold hold) {
        return new BookingStep(service, wanted, hold.practitionerId(), hold.start(), hold.id(), hold.expiresAt());
    }

    /** The form's address. */
    String address(String slug) {
        return UriComponentsBuilder.fromPath("/c/{slug}/book/details")
                .queryParam("service", "{service}")
                .queryParam("wanted", "{wanted}")
                .queryParam("practitioner", "{practitioner}")
                .queryParam("start", "{start}")
                .queryParam("hold", "{hold}")
                .queryParam("until", "{until}")
                .encode()
                .buildAndExpand(slug, service, wanted, practitioner, start, hold, until)
                .toUriString();
    }
}
