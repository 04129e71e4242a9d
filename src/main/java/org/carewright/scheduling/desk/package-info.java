/** What staff see and do with visits: the board, one visit's page, its open tasks, their calendar feed. */
@org.springframework.modulith.NamedInterface("desk")
package org.carewright.scheduling.desk;
