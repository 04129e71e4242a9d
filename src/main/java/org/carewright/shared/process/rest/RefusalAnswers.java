package org.carewright.shared.process.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.carewright.shared.problem.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What people hear when the engine refuses. What belongs to another clinic, what never was and what is over get one and
 * the same answer, 404, so that nobody learns which it is; two people at one task get 409 and what to do. All else is
 * the engine's own business, faults included.
 */
class RefusalAnswers {

    /** The engine's number for a thing of a tenant that isn't the asker's; the exception has no kind of its own. */
    private static final String OTHER_CLINICS = "ENGINE-13034";

    /** How the engine and its REST say that an id leads to nothing. */
    private static final Pattern LEADS_NOWHERE = Pattern.compile("(?i)cannot find|does(n't| not) exist|not found"
            + "|no (matching )?\\S+( \\S+){0,2} (found )?(with|for)|: null\\b");

    /** The engine suspends what isn't there without a word; what is another clinic's must sound the same. */
    private static final String SUSPENSION = "/suspended";

    private static final String TEXT = "engine.refused.";
    private static final String PROBLEM = "problem.";

    private final MessageSource messages;

    RefusalAnswers(MessageSource messages) {
        this.messages = messages;
    }

    /** @param path what was asked for, below the servlet */
    Response to(RuntimeException refusal, String path) {
        if (chain(refusal).anyMatch(OptimisticLockingException.class::isInstance)) {
            return answer(Status.CONFLICT, "Conflict", "conflict");
        }
        var problem = chain(refusal).filter(ProblemException.class::isInstance).findFirst();
        if (problem.isPresent()) {
            return answer((ProblemException) problem.get());
        }
        if (isAbsent(refusal) && path.endsWith(SUSPENSION)) {
            return Response.noContent().build();
        }
        if (isAbsent(refusal)) {
            return answer(Status.NOT_FOUND, "NotFound", path.contains("/task/") ? "absent.task" : "absent");
        }
        return ExceptionHandlerHelper.getInstance().getResponse(refusal);
    }

    private static boolean isAbsent(RuntimeException refusal) {
        if (chain(refusal).anyMatch(AuthorizationException.class::isInstance)) {
            return false;
        }
        var is404 = refusal instanceof RestException rest && rest.getStatus() == Status.NOT_FOUND;
        return is404 || chain(refusal).anyMatch(RefusalAnswers::tellsOfNothing);
    }

    private static boolean tellsOfNothing(Throwable failure) {
        var message = String.valueOf(failure.getMessage());
        return failure instanceof NotFoundException
                || message.startsWith(OTHER_CLINICS)
                || blamesTheAsker(failure) && LEADS_NOWHERE.matcher(message).find();
    }

    private static boolean blamesTheAsker(Throwable failure) {
        return failure instanceof NullValueException
                || failure instanceof BadUserRequestException
                || failure instanceof RestException;
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    /** A rule of ours refuses what somebody does at a task: they hear why, as on our own pages. */
    private Response answer(ProblemException problem) {
        var code = problem.code();
        return answer(
                problem.status().value(),
                "Refused",
                messages.getMessage(PROBLEM + code, null, code, LocaleContextHolder.getLocale()));
    }

    private Response answer(Status status, String type, String text) {
        return answer(
                status.getStatusCode(), type, messages.getMessage(TEXT + text, null, LocaleContextHolder.getLocale()));
    }

    private static Response answer(int status, String type, String message) {
        var body = new ExceptionDto();
        body.setType(type);
        body.setMessage(message);
        return Response.status(status)
                .entity(body)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
