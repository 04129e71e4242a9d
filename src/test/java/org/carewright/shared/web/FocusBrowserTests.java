package org.carewright.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.ArrayList;
import org.carewright.test.Browsers;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@CarewrightTest
class FocusBrowserTests {

    private static final int STOPS = 60;
    /** Of a date only the first stop: the others are the browser's own, inside the field. */
    private static final String STOP =
            """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body || at === window.last) { return ''; }
              window.last = at;
              const style = getComputedStyle(at);
              return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ? 'marked ' : 'unmarked ')
                + at.tagName + ' ' + (at.type || '') + ' ' + (at.id || at.className);
            }
            """;

    @LocalServerPort
    int port;

    /** WCAG 2.4.7, on the page that shows every component. */
    @Test
    void everyStopOfTheKeyboardIsMarked() {
        try (var session = Browsers.session(new NewContextOptions().setBaseURL("http://localhost:" + port))) {
            var page = session.newPage();
            page.navigate("/dev/components");
            var stops = new ArrayList<String>();
            for (var stop = 0; stop < STOPS; stop++) {
                page.keyboard().press("Tab");
                stops.add((String) page.evaluate(STOP));
            }
            assertThat(stops).anyMatch(stop -> stop.contains("INPUT checkbox"));
            assertThat(stops).anyMatch(stop -> stop.contains("INPUT radio"));
            assertThat(stops).noneMatch(stop -> stop.startsWith("unmarked"));
        }
    }
}
