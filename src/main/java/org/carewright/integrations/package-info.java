/**
 * The outside world: ports with sealed results ({@code email}, {@code sms}, {@code payment}), their adapters, effects that happen once
 * ({@code effect}), verified events from providers ({@code inbox}) and the sandbox that plays the providers.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"shared"})
package org.carewright.integrations;
