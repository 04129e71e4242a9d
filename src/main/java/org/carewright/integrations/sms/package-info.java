/** Port for outgoing text messages. */
@org.springframework.modulith.NamedInterface("sms")
package org.carewright.integrations.sms;
