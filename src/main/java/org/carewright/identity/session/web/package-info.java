/** Pages and answers about sessions and about a clinic's security settings. */
package org.carewright.identity.session.web;
