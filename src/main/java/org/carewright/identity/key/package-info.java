/** Keys with which other software works for a clinic (PLT-5): {@link org.carewright.identity.key.ApiKeys}. */
@org.springframework.modulith.NamedInterface("key")
package org.carewright.identity.key;
