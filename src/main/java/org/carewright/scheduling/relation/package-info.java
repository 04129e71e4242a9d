/** Tells who treats whom, from visits. */
package org.carewright.scheduling.relation;
