/**
 * How long a sign-in lasts and from where (IAM-5, IAM-7): idle and absolute time-out, a person's own sessions, the
 * addresses from which the administration's pages open.
 */
package org.carewright.identity.session;
