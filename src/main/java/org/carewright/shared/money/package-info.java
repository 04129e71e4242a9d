/** Amounts of money: {@link org.carewright.shared.money.Money}. */
package org.carewright.shared.money;
