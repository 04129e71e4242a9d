package org.carewright.test;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** Nodes as processes of their own on one new database, and what only its superuser sees. */
public final class TestNodes implements AutoCloseable {

    private final List<AppProcess> nodes = new ArrayList<>();
    private final String databaseUrl;

    /** @param server of whose PostgreSQL the database becomes part */
    public TestNodes(JdbcConnectionDetails server) throws SQLException {
        var name = "nodes_" + Long.toString(System.nanoTime(), 36);
        try (var connection = DriverManager.getConnection(url(server, "postgres"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner carewright_owner encoding 'UTF8' template template0");
        }
        databaseUrl = url(server, name);
    }

    public AppProcess start(String name, String... settings) {
        return start(name, AppProcess.freePort(), settings);
    }

    /** Starts a node at a port that others may already know. */
    public AppProcess start(String name, int port, String... settings) {
        var all = new ArrayList<>(List.of(
                "spring.datasource.url=" + databaseUrl,
                "spring.datasource.username=carewright_app",
                // A charge holds two for a moment: its step's and that of what must be kept whatever comes.
                "spring.datasource.hikari.maximum-pool-size=24",
                "spring.flyway.url=" + databaseUrl,
                "spring.flyway.user=carewright_owner",
                "carewright.demo.enabled=false",
                "carewright.sealing.platform-key-file=target/test-database-"
                        + System.getProperty("surefire.forkNumber", "1") + "/platform.key",
                "carewright.limits.booking.capacity=1000"));
        all.addAll(List.of(settings));
        var node = AppProcess.start(name, port, all);
        nodes.add(node);
        return node;
    }

    /** As {@code kill -9}. */
    public void kill(AppProcess node) {
        node.kill();
        nodes.remove(node);
    }

    /** The first column of the first row, as superuser: sees every clinic's rows. */
    public long count(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(databaseUrl, "postgres", "");
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The first column of all rows as text. */
    public List<String> texts(String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(databaseUrl, "postgres", "");
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    public void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(databaseUrl, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String url(JdbcConnectionDetails server, String database) {
        return server.getJdbcUrl().replaceAll("/[^/]*$", "/" + database);
    }

    @Override
    public void close() {
        nodes.forEach(AppProcess::close);
    }
}
