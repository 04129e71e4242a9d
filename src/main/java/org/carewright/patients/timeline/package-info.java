/** What happened to a patient, told by the modules that know: {@link org.carewright.patients.timeline.TimelineSource}. */
@org.springframework.modulith.NamedInterface("timeline")
package org.carewright.patients.timeline;
