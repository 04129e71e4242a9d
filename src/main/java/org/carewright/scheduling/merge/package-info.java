/** What of visits goes with a patient whose records merge. */
package org.carewright.scheduling.merge;
