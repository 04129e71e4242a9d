/**
 * Payment by UPI without a provider (BIL-3): a link and its QR code, which any UPI app pays. Neither proves that anybody
 * paid; that does a line of the bank's statement ({@code integrations.bank}), or staff who saw it.
 *
 * <p>{@code PaymentGateways.of(UPI).open} gives {@code Waiting} whose page is the link: show it as a link on phones and as
 * {@code QrCode.dataUri(page.toString())} on screens, {@code QrCode.modules(page.toString())} in PDFs. The payment
 * succeeds once billing has called {@code BankLines.match}; billing itself takes down what staff saw.
 */
@org.springframework.modulith.NamedInterface("upi")
package org.carewright.integrations.upi;
