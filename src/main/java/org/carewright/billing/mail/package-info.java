/**
 * Mails about money: {@link org.carewright.billing.mail.InvoiceMails}, and the papers that go with those the processes
 * send.
 */
package org.carewright.billing.mail;
