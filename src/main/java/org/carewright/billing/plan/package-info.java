/**
 * Plans: what is sold by the period (BIL-5), and the arithmetic of periods and of parts of their price. Who has which
 * plan: {@link org.carewright.billing.subscription}.
 */
@org.springframework.modulith.NamedInterface("plan")
package org.carewright.billing.plan;
