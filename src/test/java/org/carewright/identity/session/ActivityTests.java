package org.carewright.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ActivityTests {

    @ParameterizedTest
    @CsvSource({
        "GET, /desk, true",
        "POST, /desk/book, true",
        "GET, /desk/session, false",
        "POST, /desk/session/active, true",
        "GET, /portal/session, false",
        "GET, /camunda/app/tasklist/default/, true",
        "GET, /camunda/app/tasklist/, true",
        "GET, /camunda/app/tasklist/scripts/x.js, false",
        "GET, /camunda/api/engine/engine/default/task/count, false",
        "POST, /camunda/api/engine/engine/default/filter/x/list, false",
        "GET, /camunda/lib/deps.js, false"
    })
    void countsWhatAPersonDoes(String method, String path, boolean counts) {
        assertThat(Activity.isOfPerson(new MockHttpServletRequest(method, path)))
                .isEqualTo(counts);
    }

    @Test
    void doesNotCountWhatAPageAsksByItself() {
        var request = new MockHttpServletRequest("GET", "/desk");
        request.addHeader(Activity.BACKGROUND, "true");

        assertThat(Activity.isOfPerson(request)).isFalse();
    }

    /** Whoever adds a page that refreshes itself has to say so in its requests. */
    @Test
    void everyTemplateThatRefreshesItselfSaysSo() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var html = Files.readString(file);
                if (html.matches("(?s).*hx-trigger=[^>]*\\b(every|load delay)\\b.*")) {
                    assertThat(html).as(file.toString()).contains(Activity.BACKGROUND);
                }
            }
        }
    }
}
