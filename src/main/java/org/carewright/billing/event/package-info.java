/** What providers tell about money, applied once to payments, refunds, disputes and cards (BIL-3, PLT-3). */
package org.carewright.billing.event;
