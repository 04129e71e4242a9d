package org.carewright.demo;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What a newcomer opens first, printed to the console once after start. */
@Component
class StartTable {

    private static final String LINE = "  %-25s %s%n";

    private final Environment environment;
    private final DataSource dataSource;

    StartTable(Environment environment, DataSource dataSource) {
        this.environment = environment;
        this.dataSource = dataSource;
    }

    void print() {
        print(System.out);
    }

    void print(PrintStream console) {
        var text = new StringBuilder("%n  Carewright is ready.%n%n".formatted());
        addresses().forEach((what, where) -> text.append(LINE.formatted(what, where)));
        text.append("%n  Demo logins, password %s:%n".formatted(DemoLoader.PASSWORD));
        for (var demo : DemoClinic.all()) {
            text.append(LINE.formatted(
                    demo.clinic().slug(),
                    String.join(
                            ", ",
                            demo.login("reception"),
                            demo.login("practitioner1"),
                            demo.login("practitioner2"),
                            demo.login("manager"),
                            demo.login("billing"),
                            demo.login("privacy"),
                            "at /portal: " + demo.login("patient"),
                            demo.login("family"))));
        }
        text.append(LINE.formatted("platform", DemoLoader.OPERATOR));
        console.println(text);
    }

    private Map<String, String> addresses() {
        var base = "http://localhost:" + environment.getProperty("local.server.port");
        var management = environment.getProperty("local.management.port");
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("Start page", base + "/");
        for (var demo : DemoClinic.all()) {
            addresses.put(
                    "Book at " + demo.clinic().slug(),
                    base + "/c/" + demo.clinic().slug() + "/book");
        }
        addresses.put("Desk", base + "/desk");
        addresses.put("Tasklist", base + "/camunda/app/tasklist/default/");
        addresses.put("Cockpit", base + "/camunda/app/cockpit/default/");
        addresses.put("Admin", base + "/camunda/app/admin/default/");
        addresses.put("Sandbox (mail, SMS)", base + "/sandbox");
        if (management != null) {
            addresses.put("Metrics", "http://localhost:" + management + "/actuator/prometheus");
        }
        addresses.put("PostgreSQL", databaseUrl());
        return addresses;
    }

    private String databaseUrl() {
        try (var connection = dataSource.getConnection()) {
            return connection.getMetaData().getURL() + " (user "
                    + connection.getMetaData().getUserName() + ")";
        } catch (SQLException e) {
            return "not reachable";
        }
    }
}
