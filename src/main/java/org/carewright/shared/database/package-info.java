/** Where the database comes from: an existing PostgreSQL, or the embedded one in {@code ./data}; and its migrations. */
package org.carewright.shared.database;
