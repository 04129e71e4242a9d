/** What the engine keeps of a failure, in jobs, incidents, history and log, tells the place and kind, never a value. */
package org.carewright.shared.process.failures;
