package org.carewright.identity;

import java.util.Set;
import java.util.UUID;

/**
 * What happened to an account (HIP-1); published in the transaction in which it happened, for audit and whoever cares.
 * Holds ids and codes only. Who did it is whoever is signed in, which for their own doing is the account itself.
 */
public sealed interface AccountEvent {

    /** The account it is about; null when nobody knows, e.g. a sign-in with an unknown address. */
    UUID accountId();

    /** The account's clinic; null for operators and for accounts that nobody knows. */
    UUID clinicId();

    /** The password was right; a second factor may still be asked for. */
    record SignedIn(UUID accountId, UUID clinicId, Door door) implements AccountEvent {}

    /** @param reason {@code password}, {@code status} or {@code unknown} */
    record SignInFailed(UUID accountId, UUID clinicId, Door door, String reason) implements AccountEvent {}

    /** Attempts were refused unseen. @param pauseSeconds for how long */
    record Locked(UUID accountId, UUID clinicId, Door door, long pauseSeconds) implements AccountEvent {}

    record SignedOut(UUID accountId, UUID clinicId, Door door) implements AccountEvent {}

    /** An app got tokens: the sign-in is complete. @param sessionId the app's session (IAM-6) */
    record AppSessionStarted(UUID accountId, UUID clinicId, UUID sessionId) implements AccountEvent {}

    /** The app signed out. */
    record AppSessionEnded(UUID accountId, UUID clinicId, UUID sessionId) implements AccountEvent {}

    /** A refresh token came twice, so someone else may have it; its session has ended (IAM-6). */
    record RefreshTokenReused(UUID accountId, UUID clinicId, UUID sessionId) implements AccountEvent {}

    /** All sessions and tokens were ended. */
    record SignedOutEverywhere(UUID accountId, UUID clinicId) implements AccountEvent {}

    record PasswordChanged(UUID accountId, UUID clinicId) implements AccountEvent {}

    /** A link to choose a new password was asked for. */
    record PasswordResetAsked(UUID accountId, UUID clinicId) implements AccountEvent {}

    /** A new password was chosen by such a link. */
    record PasswordReset(UUID accountId, UUID clinicId) implements AccountEvent {}

    /** Name or language was changed. */
    record ProfileChanged(UUID accountId, UUID clinicId) implements AccountEvent {}

    record RolesChanged(UUID accountId, UUID clinicId, Set<Role> before, Set<Role> after) implements AccountEvent {}

    /** No account yet, so {@code accountId} is null. @param inviteId the invite's row */
    record Invited(UUID accountId, UUID clinicId, UUID inviteId, Door door, Set<Role> roles) implements AccountEvent {}

    /**
     * Somebody accepted an invite; the account exists and its address counts as verified.
     *
     * @param patientId the patient the invite was about, null for staff; whoever owns portal access attaches it
     * @param accessLevel a code of patients' access levels, null for staff
     */
    record InviteAccepted(UUID accountId, UUID clinicId, UUID inviteId, UUID patientId, String accessLevel)
            implements AccountEvent {}

    record InviteWithdrawn(UUID accountId, UUID clinicId, UUID inviteId) implements AccountEvent {}

    /** Somebody opened an account at the portal; they can't sign in until their address is verified. */
    record Registered(UUID accountId, UUID clinicId) implements AccountEvent {}

    record EmailVerified(UUID accountId, UUID clinicId) implements AccountEvent {}

    record PhoneVerified(UUID accountId, UUID clinicId) implements AccountEvent {}

    record Closed(UUID accountId, UUID clinicId) implements AccountEvent {}

    record Reopened(UUID accountId, UUID clinicId) implements AccountEvent {}

    /** A way to show a second factor was added (IAM-4). @param method how */
    record SecondFactorAdded(UUID accountId, UUID clinicId, SecondFactorMethod method) implements AccountEvent {}

    record SecondFactorRemoved(UUID accountId, UUID clinicId, SecondFactorMethod method) implements AccountEvent {}

    /** A second factor was right. */
    record SecondFactorUsed(UUID accountId, UUID clinicId, SecondFactorMethod method) implements AccountEvent {}

    /** A code or passkey was wrong. */
    record SecondFactorRefused(UUID accountId, UUID clinicId) implements AccountEvent {}
}
