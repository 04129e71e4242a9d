/** How much work the engine has, for operators' dashboards and alarms. */
package org.carewright.shared.process.figures;
