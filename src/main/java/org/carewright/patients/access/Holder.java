package org.carewright.patients.access;

/**
 * Somebody with access to a patient's record, as staff see them.
 *
 * @param state where the access stands now
 * @param name the one of the holder's account
 * @param email what the holder signs in with
 */
public record Holder(Grant grant, Grant.State state, String name, String email) {

    /** Whether it is over and stays so. */
    public boolean over() {
        return state == Grant.State.REVOKED || state == Grant.State.EXPIRED;
    }

    /** Says nothing of who it is. */
    @Override
    public String toString() {
        return "Holder[" + grant.id() + "]";
    }
}
