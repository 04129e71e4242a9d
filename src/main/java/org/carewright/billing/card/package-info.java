/**
 * Cards that patients agreed may be charged: {@link org.carewright.billing.card.SavedCards} keeps them, {@link
 * org.carewright.billing.card.CardCharges} charges them (BIL-3, BIL-5).
 */
package org.carewright.billing.card;
