/** What browsers need of a clinic: its colours. */
package org.carewright.clinics.web;
