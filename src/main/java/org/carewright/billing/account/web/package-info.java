/** The page on which a clinic connects payment providers. */
package org.carewright.billing.account.web;
