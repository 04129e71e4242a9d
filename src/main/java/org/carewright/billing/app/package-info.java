/** Billing for apps, keys and the portal's tokens: {@link org.carewright.billing.app.BillingForApps} (PLT-5). */
package org.carewright.billing.app;
