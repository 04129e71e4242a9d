/** What someone who books hands in: the wish, the form's values, the key that makes a repeated request one booking. */
@org.springframework.modulith.NamedInterface("intake")
package org.carewright.scheduling.intake;
