package org.carewright.shared.database;

import java.nio.file.Path;

/** Another application already runs on the data directory. */
class EmbeddedDatabaseInUseException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    EmbeddedDatabaseInUseException(Path directory) {
        super("Another Carewright already runs on " + directory + ".");
    }
}
