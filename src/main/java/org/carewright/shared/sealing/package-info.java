/** Sealing of personal data with a key per clinic (design §7): {@link org.carewright.shared.sealing.Sealing}. */
package org.carewright.shared.sealing;
