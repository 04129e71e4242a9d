package org.carewright.shared.process.rest;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.carewright.shared.problem.ProblemException;

/** Answers what a step's service refused, which the engine passes on as it is. */
public class RuleRefusals implements ExceptionMapper<ProblemException> {

    private final RefusalAnswers answers;

    @Context
    private UriInfo address;

    RuleRefusals(RefusalAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Response toResponse(ProblemException refusal) {
        return answers.to(refusal, address.getPath());
    }
}
