/** Tells who treats whom and whom a visit is about. */
package org.carewright.scheduling.relation;
