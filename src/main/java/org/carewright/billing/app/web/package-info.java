/** The API's addresses for money. */
package org.carewright.billing.app.web;
