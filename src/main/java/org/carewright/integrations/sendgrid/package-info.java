/** E-mail through SendGrid: mail/send API v3 and its signed event webhook. Nothing here is for other modules. */
package org.carewright.integrations.sendgrid;
