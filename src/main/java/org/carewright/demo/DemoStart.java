package org.carewright.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** After everything has started: creates the demo data where it is wanted, and tells the newcomer where to look. */
@Component
class DemoStart implements ApplicationRunner {

    private final DemoSettings settings;
    private final Environment environment;
    private final DemoLoader loader;
    private final DemoBookings bookings;
    private final StartTable table;

    DemoStart(
            DemoSettings settings,
            Environment environment,
            DemoLoader loader,
            DemoBookings bookings,
            StartTable table) {
        this.settings = settings;
        this.environment = environment;
        this.loader = loader;
        this.bookings = bookings;
        this.table = table;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted()) {
            loader.load().forEach(bookings::create);
            table.print();
        }
    }

    private boolean wanted() {
        return settings.enabled() != null ? settings.enabled() : !environment.containsProperty("spring.datasource.url");
    }
}
