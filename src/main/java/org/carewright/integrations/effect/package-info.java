/** Outside effects that happen once (design §5): {@link org.carewright.integrations.effect.Effects}. */
@org.springframework.modulith.NamedInterface("effect")
package org.carewright.integrations.effect;
