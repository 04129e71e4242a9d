/** How the engine's own REST, which Tasklist and Cockpit use, answers what it refuses. */
package org.carewright.shared.process.rest;
