package org.carewright.shared.process.rest;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.rest.exception.RestException;

/** Answers what the engine's REST threw, often around an exception of the engine. */
public class RestRefusals implements ExceptionMapper<RestException> {

    private final RefusalAnswers answers;

    @Context
    private UriInfo address;

    RestRefusals(RefusalAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Response toResponse(RestException refusal) {
        return answers.to(refusal, address.getPath());
    }
}
