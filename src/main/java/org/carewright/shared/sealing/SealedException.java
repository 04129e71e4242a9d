package org.carewright.shared.sealing;

/** A sealed value could not be opened: wrong clinic, wrong place, changed bytes or a missing key. Tells no content. */
public class SealedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SealedException(String message, Throwable cause) {
        super(message, cause);
    }
}
