/** What of messages goes with a patient whose records merge. */
package org.carewright.messaging.merge;
