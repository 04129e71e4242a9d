/**
 * How accounts come to be and change (IAM-1, IAM-2, IAM-7): registration, invites, verification, passwords, staff
 * administration. What is sent about them is asked for by
 * {@link org.carewright.identity.account.AccountMessageRequested} and read by
 * {@link org.carewright.identity.account.AccountLetters}.
 */
@org.springframework.modulith.NamedInterface("account")
package org.carewright.identity.account;
