/** The web frame every module's pages and endpoints share. */
package org.carewright.shared.web;
