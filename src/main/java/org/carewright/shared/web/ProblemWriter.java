package org.carewright.shared.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carewright.shared.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Answers with a problem document where no controller is reached: in filters. */
@Component
public class ProblemWriter {

    private final Problems problems;
    private final ObjectMapper json;

    ProblemWriter(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /** Writes the whole answer. */
    public void write(HttpServletResponse response, ProblemException problem) throws IOException {
        var answer = problems.of(problem);
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        json.writeValue(response.getOutputStream(), answer.getBody());
    }
}
