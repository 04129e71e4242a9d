/** Pages of patients' records at the desk, and patients through the API. */
package org.carewright.patients.web;
