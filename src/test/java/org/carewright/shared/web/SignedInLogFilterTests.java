package org.carewright.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.carewright.shared.logging.LogFields;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SignedInLogFilterTests {

    @Test
    void namesTheAccount() throws Exception {
        assertThat(loggedUserOf("0b6a9a0e-7a1c-4a53-9f0c-1f2d3c4b5a69"))
                .isEqualTo("0b6a9a0e-7a1c-4a53-9f0c-1f2d3c4b5a69");
    }

    @Test
    void keepsAnEmailAddressOutOfTheLog() throws Exception {
        assertThat(loggedUserOf("reception@roshni.example")).isNull();
    }

    private static String loggedUserOf(String principal) throws Exception {
        var request = new MockHttpServletRequest("GET", "/desk");
        request.setUserPrincipal(() -> principal);
        var seen = new AtomicReference<String>();
        new SignedInLogFilter()
                .doFilter(request, new MockHttpServletResponse(), (in, out) -> seen.set(MDC.get(LogFields.USER)));
        return seen.get();
    }
}
