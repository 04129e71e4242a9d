/** The pages on which a clinic's managers change what it offers (SCH-1). */
package org.carewright.scheduling.setup.web;
