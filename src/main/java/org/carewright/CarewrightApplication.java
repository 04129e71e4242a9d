package org.carewright;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The one entry point: web pages, API, engine and job executor run in this process; several of them may share a database. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class CarewrightApplication {

    public static void main(String[] args) {
        SpringApplication.run(CarewrightApplication.class, args);
    }
}
