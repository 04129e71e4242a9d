package org.carewright.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.carewright.shared.logging.LogFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CorrelationFilterTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void takesOverTheCallersId() throws Exception {
        request.addHeader(CorrelationFilter.HEADER, "4bf92f3577b34da6");

        assertThat(logged()).isEqualTo("4bf92f3577b34da6");
        assertThat(response.getHeader(CorrelationFilter.HEADER)).isEqualTo("4bf92f3577b34da6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "line\nbreak-in-a-log", "ada.abernathy@patient.example", "${jndi:ldap://x}"})
    void makesAnIdOfItsOwnForWhatIsNone(String given) throws Exception {
        request.addHeader(CorrelationFilter.HEADER, given);

        assertThat(logged()).hasSize(36).isEqualTo(response.getHeader(CorrelationFilter.HEADER));
    }

    @Test
    void leavesNothingOnTheThread() throws Exception {
        logged();

        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    private String logged() throws Exception {
        var seen = new AtomicReference<String>();
        new CorrelationFilter().doFilter(request, response, (in, out) -> seen.set(MDC.get(LogFields.CORRELATION)));
        return seen.get();
    }
}
