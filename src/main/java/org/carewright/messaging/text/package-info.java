/** The words of messages: templates made of message keys, filled with the subject's values, as mail and as SMS. */
package org.carewright.messaging.text;
