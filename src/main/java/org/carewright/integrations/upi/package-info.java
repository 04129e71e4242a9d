/**
 * Payment by UPI without a provider (BIL-3): a link and its QR code, which any UPI app pays. Neither proves that anybody
 * paid; that does a line of the bank's statement ({@code integrations.bank}), or staff who saw it.
 */
@org.springframework.modulith.NamedInterface("upi")
package org.carewright.integrations.upi;
