/**
 * The second factor (IAM-4): codes of an authenticator app, passkeys, recovery codes, and the step between password and
 * sign-in. Others ask {@link org.carewright.identity.factor.SecondFactors}.
 */
package org.carewright.identity.factor;
