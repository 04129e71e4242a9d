/**
 * The one way to take and give back money through a provider (BIL-3, PLT-3): {@link
 * org.carewright.integrations.payment.PaymentGateways} gives the clinic's gateway, whose calls happen once however
 * often they are repeated (design §5). A new provider is a constant in {@link
 * org.carewright.integrations.payment.Gateway}, a {@link org.carewright.integrations.payment.PaymentGateway} and an
 * {@link org.carewright.integrations.account.AccountKind}.
 *
 * <p>Facts for callers:
 * <ul>
 *   <li>Ask {@code PaymentGateways.of(gateway)}, not an adapter: it wraps each call in an effect whose key is made of
 *       the payment's, refund's or set-up's id. A new try of a declined payment is a new payment with a new id.
 *   <li>{@code NotTaken} is returned when certainly nothing happened; a lost answer is thrown ({@link
 *       org.carewright.integrations.effect.EffectUnsettledException}) and the same call can be repeated at once.
 *   <li>Nothing is paid because a page says so: {@code look}, or the provider's event, whose amount, currency, clinic,
 *       account and mode the handler compares.
 * </ul>
 */
@org.springframework.modulith.NamedInterface("payment")
package org.carewright.integrations.payment;
