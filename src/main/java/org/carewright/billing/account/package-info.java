/** The clinic's accounts at payment providers, as its managers set them up: each change is in the audit log. */
package org.carewright.billing.account;
