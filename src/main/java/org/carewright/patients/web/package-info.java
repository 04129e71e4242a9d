/** Pages of patients' records at the desk. */
package org.carewright.patients.web;
