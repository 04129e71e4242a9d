/** The page between password and sign-in, and the one on which people see to their own security. */
package org.carewright.identity.factor.web;
