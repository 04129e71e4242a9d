package org.carewright.scheduling.setup;

/**
 * How complete what the clinic in scope offers is; active ones only.
 *
 * @param withoutHours practitioners who work at no time
 * @param withoutPractitioner services that nobody gives
 * @param withoutRoom services that need a room and have none
 */
public record SetupFacts(int practitioners, int withoutHours, int services, int withoutPractitioner, int withoutRoom) {}
