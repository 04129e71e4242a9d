/** The pages of compliance. */
package org.carewright.compliance.web;
