/** Bank statements at the desk: upload, look, book, match what is left. */
package org.carewright.billing.bank.web;
