/** The engine's view of who works here: accounts as its users, roles as its groups, clinics as its tenants, and what each role may do. */
package org.carewright.shared.process.identity;
