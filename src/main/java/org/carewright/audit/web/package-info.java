/** The log's pages for managers and privacy officers (HIP-3). */
package org.carewright.audit.web;
