package org.carewright.shared.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CarewrightTest
class StructuredLogTests {

    private static final String CANARY = "canary-zebulon-quagmire";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");

    @Autowired
    ClinicScope scope;

    @LocalServerPort
    int port;

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
    }

    @Test
    void namesTheClinicInScopeAndNoneAfterwards() {
        var clinicId = UUID.randomUUID();
        scope.run(clinicId, () -> root.info("inside"));
        root.info("outside");

        assertThat(clinicOf("inside")).isEqualTo(clinicId.toString());
        assertThat(clinicOf("outside")).isNull();
    }

    @Test
    void writesNothingOfWhatARequestCarries() throws Exception {
        for (var path : new String[] {"/c/nowhere/book", "/api/v1/public/clinics/nowhere/holds", "/desk", "/error"}) {
            send(path);
        }

        assertThat(lines())
                .noneMatch(
                        event -> (event.getFormattedMessage() + event.getMDCPropertyMap() + event.getThrowableProxy())
                                .contains(CANARY));
    }

    private void send(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path + "?name=" + CANARY))
                .header("X-Correlation-Id", CANARY + "@patient.example")
                .header("Content-Type", "application/json")
                .header("Cookie", "SESSION=" + CANARY)
                .POST(HttpRequest.BodyPublishers.ofString("{\"" + CANARY + "\": \"" + CANARY + "\""));
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    /** Until now: other threads may go on writing. */
    private List<ILoggingEvent> lines() {
        return List.copyOf(log.list);
    }

    private String clinicOf(String message) {
        return lines().stream()
                .filter(event -> event.getMessage().equals(message))
                .findFirst()
                .orElseThrow()
                .getMDCPropertyMap()
                .get(LogFields.CLINIC);
    }
}
