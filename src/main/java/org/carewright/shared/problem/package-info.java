/** Errors with a stable code for API (problem+json, RFC 9457) and pages. */
package org.carewright.shared.problem;
