/** What every log line says besides its text (PLT-8): {@link org.carewright.shared.logging.LogFields}. */
package org.carewright.shared.logging;
