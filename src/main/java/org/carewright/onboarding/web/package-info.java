/** Pages of a new patient: registration, and the checklist at the portal. */
package org.carewright.onboarding.web;
