package org.carewright.identity.key;

/**
 * A key that was just made.
 *
 * @param secret the key itself: shown once, stored nowhere
 */
public record NewKey(String name, String secret) {

    @Override
    public String toString() {
        return "NewKey";
    }
}
