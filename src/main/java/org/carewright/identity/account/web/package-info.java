/** The pages on which people open, verify and mend their accounts, and on which leaders administer staff. */
package org.carewright.identity.account.web;
