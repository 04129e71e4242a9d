package org.carewright.shared.process.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.carewright.shared.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.HttpStatus;

/** What people at Tasklist hear when a rule of ours refuses what they do there. */
class RefusalAnswersTests {

    private static final String WORDS = "Somebody else has to decide on what you asked for.";
    private static final String SUBMITTED = "task/7/submit-form";

    private final StaticMessageSource messages = new StaticMessageSource();
    private final RefusalAnswers answers = new RefusalAnswers(messages);
    private final ProblemException own = new ProblemException(HttpStatus.CONFLICT, "own_refund");

    RefusalAnswersTests() {
        for (var locale : new Locale[] {Locale.getDefault(), Locale.ENGLISH}) {
            messages.addMessage("problem.own_refund", locale, WORDS);
        }
    }

    @Test
    void aRuleThatRefusesSpeaksInWords() {
        assertSaid(answers.to(own, SUBMITTED));
    }

    @Test
    void itDoesSoAlsoFromWithinTheEngine() {
        assertSaid(answers.to(new ProcessEngineException("step", own), SUBMITTED));
        assertSaid(answers.to(
                new RestException(Response.Status.INTERNAL_SERVER_ERROR, new ProcessEngineException("step", own)),
                SUBMITTED));
    }

    @Test
    void aRuleWithoutWordsAnswersItsCodeAndNothingElse() {
        var answer = answers.to(new ProblemException(HttpStatus.CONFLICT, "unheard_of"), SUBMITTED);

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(((ExceptionDto) answer.getEntity()).getMessage()).isEqualTo("unheard_of");
    }

    private static void assertSaid(Response answer) {
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(((ExceptionDto) answer.getEntity()).getMessage()).isEqualTo(WORDS);
    }
}
