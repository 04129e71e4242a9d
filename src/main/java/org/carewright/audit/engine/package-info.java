/** Records what staff do in Tasklist and Cockpit (HIP-1): {@link org.carewright.audit.engine.EngineDeed}. */
package org.carewright.audit.engine;
