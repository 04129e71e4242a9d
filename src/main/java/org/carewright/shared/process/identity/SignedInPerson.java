package org.carewright.shared.process.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/**
 * Tells the engine's web apps who is signed in with us. Groups and tenants aren't told here: the web apps ask the
 * engine's identity service for them, again every few minutes. Public, as the engine creates it by its name.
 */
public class SignedInPerson implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        var person = request.getUserPrincipal();
        return person == null ? AuthenticationResult.unsuccessful() : AuthenticationResult.successful(person.getName());
    }

    /** Nobody comes this far without having been led to our sign-in page. */
    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // The status 401 says it all.
    }
}
