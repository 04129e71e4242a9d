package org.carewright.audit.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param duration how long a record stays open in an emergency */
@ConfigurationProperties("carewright.emergency-access")
record EmergencySettings(@DefaultValue("PT30M") Duration duration) {}
