/** The API's description at {@code /v3/api-docs} (PLT-5): what springdoc can't know by itself. */
package org.carewright.identity.openapi;
