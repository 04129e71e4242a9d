/** Calls to providers: time-outs, and a breaker that leaves a provider in trouble alone. */
package org.carewright.integrations.http;
