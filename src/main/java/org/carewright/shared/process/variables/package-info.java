/**
 * Process variables at rest: what isn't declared open is sealed with its clinic's key wherever the engine stores it, and
 * shown only to people of that clinic (design §7, decision record 0003).
 */
package org.carewright.shared.process.variables;
