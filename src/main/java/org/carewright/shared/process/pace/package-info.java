/**
 * Jobs step back while people are being served: {@link org.carewright.shared.process.pace.Pace} (decision record 0010).
 */
package org.carewright.shared.process.pace;
