package org.carewright.shared.process.rest;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.ProcessEngineException;

/** Answers what the engine threw as it is. */
public class EngineRefusals implements ExceptionMapper<ProcessEngineException> {

    private final RefusalAnswers answers;

    @Context
    private UriInfo address;

    EngineRefusals(RefusalAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Response toResponse(ProcessEngineException refusal) {
        return answers.to(refusal, address.getPath());
    }
}
