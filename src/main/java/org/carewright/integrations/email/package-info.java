/** Port for outgoing e-mail. */
@org.springframework.modulith.NamedInterface("email")
package org.carewright.integrations.email;
