/** Keys with which other software works for a clinic (PLT-5): {@link org.carewright.identity.key.ApiKeys}. */
package org.carewright.identity.key;
