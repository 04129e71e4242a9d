/** Pages and files of documents, at the desk and at the portal. */
package org.carewright.documents.web;
