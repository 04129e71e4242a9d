package org.carewright.identity.token;

/** How a refresh went. */
public sealed interface Refreshed {

    /** The app goes on with these; the token it came with is used up. */
    record Renewed(TokenPair tokens) implements Refreshed {}

    /** A twin request of the same app was faster, just now: the app should use what that one got. */
    record Superseded() implements Refreshed {}

    /** The token was used before, so someone else may have it: the session has ended. */
    record Reused() implements Refreshed {}

    /** Unknown, run out, or of a session that has ended. */
    record Refused() implements Refreshed {}
}
