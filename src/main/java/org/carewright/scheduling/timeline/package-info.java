/** Tells what visits a patient had and has. */
package org.carewright.scheduling.timeline;
