/** The page and the API of the financial figures. */
package org.carewright.billing.figures.web;
