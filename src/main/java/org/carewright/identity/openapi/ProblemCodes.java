package org.carewright.identity.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The codes of problems: each has its text under {@code problem.<code>}. */
final class ProblemCodes {

    private static final String BUNDLES = "classpath*:messages/*.properties";
    private static final Pattern KEY = Pattern.compile("problem\\.([a-z_]+)");

    private ProblemCodes() {}

    static List<String> all() {
        var codes = new TreeSet<String>();
        try {
            for (var bundle : new PathMatchingResourcePatternResolver().getResources(BUNDLES)) {
                Properties texts = PropertiesLoaderUtils.loadProperties(bundle);
                texts.stringPropertyNames().stream()
                        .map(KEY::matcher)
                        .filter(key -> key.matches())
                        .forEach(key -> codes.add(key.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(codes);
    }
}
