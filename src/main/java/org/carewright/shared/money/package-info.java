/** Amounts of money: {@link org.carewright.shared.money.Money}, typed ones read by {@link org.carewright.shared.money.Amounts}. */
package org.carewright.shared.money;
