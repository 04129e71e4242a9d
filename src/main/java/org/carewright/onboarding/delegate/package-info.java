/** Service tasks of the onboarding models; one class a task. */
package org.carewright.onboarding.delegate;
