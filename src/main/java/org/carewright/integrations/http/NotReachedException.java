package org.carewright.integrations.http;

import java.io.IOException;

/** No connection came about, so the provider certainly received nothing. */
public class NotReachedException extends IOException {

    private static final long serialVersionUID = 1L;

    NotReachedException(Throwable cause) {
        super("The provider could not be reached", cause);
    }
}
