/**
 * Two clinics to try the product with, and the table of addresses printed at start. Loaded when the embedded database
 * is used or {@code carewright.demo.enabled} is true; production refuses to start with these logins.
 */
@org.springframework.modulith.ApplicationModule
package org.carewright.demo;
