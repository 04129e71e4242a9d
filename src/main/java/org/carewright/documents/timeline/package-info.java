/** What documents tell on a patient's timeline (CARE-1). */
package org.carewright.documents.timeline;
