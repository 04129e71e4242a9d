/**
 * Tokens with which apps work for a person (IAM-6): {@link org.carewright.identity.token.AppSessions} starts, goes on
 * with and ends an app's session; {@link org.carewright.identity.token.SigningKeys} signs.
 */
package org.carewright.identity.token;
