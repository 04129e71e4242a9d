package org.carewright.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every visible word is in a message bundle, and every key there is used: texts can be changed and translated. */
class MessagesTests {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path JAVA = Path.of("src/main/java");

    /** {@code #{some.key}} and {@code #{some.key(${argument})}}; a key that is built at run time has a quote or a brace. */
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{\\s*([a-zA-Z0-9_.-]+)\\s*[(}]");

    /** {@code #{'some.prefix.' + ${value}}} and {@code #{${'some.prefix.' + value}}}: every key with the prefix is used. */
    private static final Pattern PREFIX_IN_TEMPLATE = Pattern.compile("['|]([a-z][a-zA-Z0-9_-]*\\.[a-zA-Z0-9_.-]*)");

    private static final Pattern STRING_IN_JAVA = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    @Test
    void everyKeyUsedInATemplateHasAText() {
        var known = keys();
        var missing = new TreeMap<String, Set<String>>();
        files(TEMPLATES, ".html").forEach((file, text) -> KEY_IN_TEMPLATE
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(key -> !known.containsKey(key))
                .forEach(key ->
                        missing.computeIfAbsent(file, f -> new TreeSet<>()).add(key)));

        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyIsUsed() {
        var used = new TreeSet<String>();
        var prefixes = new TreeSet<String>();
        files(TEMPLATES, ".html").values().forEach(text -> {
            KEY_IN_TEMPLATE.matcher(text).results().forEach(match -> used.add(match.group(1)));
            PREFIX_IN_TEMPLATE.matcher(text).results().forEach(match -> prefixes.add(match.group(1)));
        });
        files(JAVA, ".java").values().forEach(text -> STRING_IN_JAVA
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .forEach(literal -> {
                    used.add(literal);
                    if (literal.endsWith(".") && literal.length() > 1) {
                        prefixes.add(literal);
                    }
                }));
        used.addAll(prefixes);
        var unused = keys().entrySet().stream()
                .filter(key -> !used.contains(key.getKey()))
                .filter(key -> prefixes.stream()
                        .noneMatch(
                                prefix -> prefix.endsWith(".") && key.getKey().startsWith(prefix)))
                .filter(key -> !isPartOfATemplateMessage(key.getKey(), prefixes))
                .map(key -> key.getValue() + ": " + key.getKey())
                .toList();

        assertThat(unused).isEmpty();
    }

    @Test
    void noTemplateHasLiteralText() {
        var literal = new TreeMap<String, List<String>>();
        files(TEMPLATES, ".html").forEach((file, html) -> {
            var found = LiteralText.of(html);
            if (!found.isEmpty()) {
                literal.put(file, found);
            }
        });

        assertThat(literal).isEmpty();
    }

    @Test
    void noKeyIsInTwoBundles() {
        var twice = new TreeMap<String, List<String>>();
        bundles(bundle -> !isTranslation(bundle)).forEach((bundle, texts) -> texts.stringPropertyNames()
                .forEach(key ->
                        twice.computeIfAbsent(key, k -> new ArrayList<>()).add(bundle)));
        twice.values().removeIf(where -> where.size() < 2);

        assertThat(twice).isEmpty();
    }

    @Test
    void everyTranslationHasTheKeysOfItsBundle() {
        var base = bundles(bundle -> !isTranslation(bundle));
        bundles(MessagesTests::isTranslation).forEach((bundle, texts) -> assertThat(texts.stringPropertyNames())
                .as(bundle)
                .isEqualTo(base.get(bundle.substring(0, bundle.indexOf('_')) + ".properties")
                        .stringPropertyNames()));
    }

    @Test
    void everyBundleIsLoaded() throws IOException {
        var settings = Files.readString(RESOURCES.resolve("application.yaml"));

        assertThat(bundles(bundle -> !isTranslation(bundle)).keySet())
                .allMatch(bundle -> settings.contains("messages/" + bundle.replace(".properties", "")));
    }

    @Test
    void literalTextIsFoundInBodyAndAttributes() {
        assertThat(LiteralText.of("<p>Hello</p><p th:text=\"#{a.b}\">Hello</p><img alt=\"A cat\"><i>[[${x}]] · 7</i>"))
                .containsExactly("Hello", "A cat");
    }

    private static boolean isPartOfATemplateMessage(String key, Set<String> prefixes) {
        return prefixes.stream().anyMatch(prefix -> key.startsWith(prefix + "."));
    }

    private static Map<String, String> keys() {
        var keys = new HashMap<String, String>();
        bundles(bundle -> !isTranslation(bundle))
                .forEach((bundle, texts) -> texts.stringPropertyNames().forEach(key -> keys.put(key, bundle)));
        return keys;
    }

    private static boolean isTranslation(String bundle) {
        return bundle.contains("_");
    }

    private static Map<String, Properties> bundles(java.util.function.Predicate<String> wanted) {
        try (var files = Files.list(BUNDLES)) {
            return files.filter(file -> wanted.test(file.getFileName().toString()))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString(), MessagesTests::load, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            var texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> files(Path root, String suffix) {
        try (Stream<Path> files = Files.walk(root)) {
            var texts = new TreeMap<String, String>();
            for (var file :
                    files.filter(path -> path.toString().endsWith(suffix)).toList()) {
                texts.put(root.relativize(file).toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
