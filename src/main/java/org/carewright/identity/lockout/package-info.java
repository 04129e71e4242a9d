/** Growing pauses after failed sign-ins that shut nobody out for good: {@link org.carewright.identity.SignInPauses}. */
package org.carewright.identity.lockout;
