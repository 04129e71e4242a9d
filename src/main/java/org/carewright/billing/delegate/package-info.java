/** One class per kind of service task of the billing models: reads typed variables, calls one service method. */
package org.carewright.billing.delegate;
