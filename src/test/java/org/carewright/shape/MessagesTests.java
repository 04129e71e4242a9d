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
import org.carewright.shared.forms.FormComponent;
import org.carewright.shared.forms.FormDefinition;
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

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[^}]*}");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private static final String FORMS = "forms";

    private static final List<String> LANGUAGES = List.of("zh_TW", "zh_CN", "ja", "hi");

    /** Bundles that patients read, whole. */
    private static final List<String> PATIENT_BUNDLES = List.of(
            "frame",
            "booking",
            "messaging",
            "scheduling",
            "account",
            "billing-portal",
            "portal",
            "documents",
            "onboarding",
            "poster",
            "billing-fee",
            "deposit",
            "billing-plan",
            "checkout",
            "billing-paper",
            FORMS);

    /** Names are the same in every language. */
    private static final Set<String> NAMES =
            Set.of("Carewright", "Firefox", "Edge", "Chrome", "Safari", "Windows", "Android", "macOS", "Linux", "UPI");

    private static final List<Path> PATIENT_FORMS = List.of(
            Path.of("forms/scheduling/book-visit.form"),
            Path.of("forms/onboarding/register-patient.form"),
            Path.of("forms/onboarding/intake-general.form"),
            Path.of("forms/onboarding/intake-physiotherapy.form"),
            Path.of("forms/onboarding/give-insurance.form"));

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
        bundles(MessagesTests::isTranslation).forEach((bundle, texts) -> {
            var name = bundle.substring(0, bundle.indexOf('_'));
            assertThat(texts.stringPropertyNames())
                    .as(bundle)
                    .isEqualTo(
                            name.equals(FORMS)
                                    ? patientFormTexts().keySet()
                                    : base.get(name + ".properties").stringPropertyNames());
        });
    }

    @Test
    void everyPatientBundleIsInAllLanguages() {
        var there = bundles(MessagesTests::isTranslation).keySet();

        assertThat(PATIENT_BUNDLES).allSatisfy(bundle -> assertThat(LANGUAGES)
                .allSatisfy(language -> assertThat(there).contains(bundle + "_" + language + ".properties")));
    }

    @Test
    void everyTranslationFillsInTheSameValues() {
        var different = new TreeSet<String>();
        forEachTranslation((where, english, text) -> {
            if (!placeholders(english).equals(placeholders(text))) {
                different.add(where);
            }
        });

        assertThat(different).isEmpty();
    }

    @Test
    void noTranslationIsStillEnglish() {
        var english = new TreeSet<String>();
        forEachTranslation((where, original, text) -> {
            if (original.equals(text)
                    && !NAMES.contains(text)
                    && LETTER.matcher(PLACEHOLDER.matcher(text).replaceAll("")).find()) {
                english.add(where);
            }
        });

        assertThat(english).isEmpty();
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

    private interface TranslationCheck {
        void check(String where, String english, String text);
    }

    private static void forEachTranslation(TranslationCheck check) {
        var english = new HashMap<>(patientFormTexts());
        bundles(bundle -> !isTranslation(bundle))
                .values()
                .forEach(texts -> texts.forEach((key, text) -> english.put(key.toString(), text.toString())));
        bundles(MessagesTests::isTranslation)
                .forEach((bundle, texts) -> texts.forEach((key, text) ->
                        check.check(bundle + " " + key, english.getOrDefault(key.toString(), ""), text.toString())));
    }

    private static Set<String> placeholders(String text) {
        // A choice format nests its placeholder; the outer one is the same.
        return Pattern.compile("\\{(\\w+)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> patientFormTexts() {
        var texts = new TreeMap<String, String>();
        for (var file : PATIENT_FORMS) {
            try {
                var form = FormDefinition.parse(Files.readString(file));
                form.components().forEach(component -> addTexts("form." + form.id() + ".", component, texts));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    private static void addTexts(String prefix, FormComponent component, Map<String, String> texts) {
        if (component instanceof FormComponent.Field field) {
            var at = prefix + field.key() + ".";
            texts.put(at + "label", field.text().label());
            texts.put(at + "description", field.text().description());
            texts.put(at + "prefix", field.text().prefix());
            texts.put(at + "suffix", field.text().suffix());
            field.options().forEach(option -> texts.put(at + "option." + option.value(), option.label()));
        } else if (component instanceof FormComponent.Group group) {
            texts.put(prefix + group.id() + ".label", group.label());
            group.components().forEach(inner -> addTexts(prefix, inner, texts));
        } else if (component instanceof FormComponent.Rows rows) {
            texts.put(prefix + rows.id() + ".label", rows.label());
            rows.components().forEach(inner -> addTexts(prefix, inner, texts));
        } else if (component instanceof FormComponent.Content content) {
            texts.put(prefix + content.id() + ".label", content.text());
        }
        texts.values().removeIf(String::isEmpty);
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
