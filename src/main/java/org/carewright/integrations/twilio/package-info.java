/** Text messages through Twilio: Messages API, signed status callbacks and inbound messages. Nothing here is for other modules. */
package org.carewright.integrations.twilio;
