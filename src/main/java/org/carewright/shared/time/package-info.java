/** Wall-clock times and the moments they mean. */
package org.carewright.shared.time;
