package org.carewright.test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What is asked of the database while something runs, ours and the engine's: listens to what the driver tells of its
 * messages. Each thread by itself, so that jobs in the background don't count.
 */
public final class RoundTrips {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private static final String SENT = " FE=> ";

    private RoundTrips() {}

    /**
     * What one thread asked.
     *
     * @param statements in their order, beginnings and ends of transactions among them; a text is empty when the
     *     database knew the statement already
     * @param trips how often the thread waited for an answer
     */
    public record Talk(List<String> statements, int trips) {}

    /** @return what each thread asked while {@code work} ran */
    public static Map<String, Talk> during(Runnable work) {
        var ear = new Ear();
        var before = DRIVER.getLevel();
        DRIVER.setLevel(Level.FINEST);
        DRIVER.addHandler(ear);
        try {
            work.run();
        } finally {
            DRIVER.removeHandler(ear);
            DRIVER.setLevel(before);
        }
        var talks = new HashMap<String, Talk>();
        ear.heard.forEach((thread, heard) -> talks.put(thread, new Talk(List.copyOf(heard.statements), heard.trips)));
        return talks;
    }

    private static final class Heard {
        private final List<String> statements = new ArrayList<>();
        private String parsed = "";
        private int trips;
    }

    private static final class Ear extends Handler {

        private final Map<String, Heard> heard = new ConcurrentHashMap<>();

        Ear() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord told) {
            var message = told.getMessage();
            if (!message.startsWith(SENT)) {
                return;
            }
            var here = heard.computeIfAbsent(Thread.currentThread().getName(), name -> new Heard());
            var kind = message.substring(SENT.length());
            if (kind.startsWith("Parse")) {
                here.parsed = textIn(kind);
            } else if (kind.startsWith("Execute")) {
                here.statements.add(here.parsed.replaceAll("\\s+", " ").strip());
                here.parsed = "";
            } else if (kind.startsWith("Sync") || kind.startsWith("Query") || isSimpleQuery(kind, told)) {
                here.trips++;
            }
        }

        /** With an empty one the pool asks whether a connection that has rested still lives: no cost of the work. */
        private static boolean isSimpleQuery(String kind, LogRecord told) {
            return kind.startsWith("SimpleQuery") && !"".equals(told.getParameters()[0]);
        }

        /** The driver writes Parse(stmt=…,query="…",oids={…}). */
        private static String textIn(String parse) {
            return parse.substring(parse.indexOf("query=\"") + "query=\"".length(), parse.lastIndexOf("\",oids="));
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
