/** What profile {@code production} insists on before it starts: {@link org.carewright.shared.production.ProductionCheck}. */
package org.carewright.shared.production;
