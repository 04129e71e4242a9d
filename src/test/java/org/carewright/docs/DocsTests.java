package org.carewright.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carewright.test.ProjectModels;
import org.junit.jupiter.api.Test;

/**
 * Pages, pictures, the README's tables and the modeler's templates say what models and code say. With
 * {@code -Dcarewright.docs.write=true} they are brought up to date instead; what people wrote stays.
 */
class DocsTests {

    private static final boolean WRITE = Boolean.getBoolean("carewright.docs.write");
    private static final String REFRESH =
            "%s is out of date. Run: mvn -q test -Dtest=DocsTests -Dcarewright.docs.write=true";
    private static final Path DOCS = Path.of("bpmn-docs");
    private static final Path TEMPLATES = Path.of(".camunda/element-templates");
    private static final Path README = Path.of("README.md");

    @Test
    void everyProcessHasItsPage() {
        var delegates = ProjectModels.delegates();
        var variables = ProjectModels.variables();
        ProcessFacts.all().forEach(facts -> {
            var page = new ProcessPage(facts, delegates, variables);
            var file = page(facts.file(), ".md");
            upToDate(
                    file,
                    new MarkedText(existing(file, ProcessPage.skeleton()))
                            .with("overview", page.overview())
                            .with("details", page.details())
                            .text());
        });
    }

    @Test
    void everyDecisionHasItsPage() {
        ProjectModels.models(".dmn").forEach((model, content) -> {
            var page = new DecisionPage(model, content);
            var file = page(model, ".md");
            upToDate(
                    file,
                    new MarkedText(existing(file, DecisionPage.skeleton()))
                            .with("overview", page.overview())
                            .with("table", page.table())
                            .text());
        });
    }

    @Test
    void everyProcessHasItsPicture() {
        ProjectModels.models(".bpmn").forEach((model, content) -> {
            var file = page(model, ".svg");
            var isCurrent = DiagramPicture.isOf(existing(file, ""), content);
            if (WRITE && !isCurrent) {
                write(file, DiagramPicture.draw(content));
            } else {
                assertThat(isCurrent).as(REFRESH, file).isTrue();
            }
        });
    }

    @Test
    void theReadmeListsProcessesAndTimers() {
        var processes = ProcessFacts.all();
        upToDate(
                README,
                new MarkedText(existing(README, ""))
                        .with("processes", ReadmeTables.processes(processes))
                        .with("timers", ReadmeTables.timers(processes))
                        .text());
    }

    @Test
    void theModelerOffersEveryTaskOfTheCatalogue() {
        var expected = ElementTemplates.of(ProjectModels.delegates());
        expected.forEach((file, content) -> upToDate(TEMPLATES.resolve(file), content));

        assertThat(files(TEMPLATES)).isEqualTo(expected.keySet());
    }

    /** What a model can't say: why it is as it is, what people notice of a change, what to do when it goes wrong. */
    @Test
    void everyPageTellsWhatToKnow() {
        Stream.of(".bpmn", ".dmn")
                .flatMap(kind -> ProjectModels.models(kind).keySet().stream())
                .forEach(model -> {
                    var page = existing(page(model, ".md"), "");
                    assertThat(page).contains("## What to know", "## How to change it");
                    assertThat(emptySections(page)).as(model).isEmpty();
                });
    }

    private static List<String> emptySections(String page) {
        var lines = page.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("<!--"))
                .toList();
        return IntStream.range(0, lines.size())
                .filter(at -> depth(lines.get(at)) > 0)
                .filter(at -> at + 1 == lines.size()
                        || depth(lines.get(at + 1)) > 0 && depth(lines.get(at + 1)) <= depth(lines.get(at)))
                .mapToObj(lines::get)
                .toList();
    }

    /** Of a heading; 0 for anything else. */
    private static int depth(String line) {
        return line.length() - line.replaceFirst("^#+(?= )", "").length();
    }

    @Test
    void noPageIsLeftOfAModelThatIsGone() {
        Map<String, String> expected = new TreeMap<>();
        ProjectModels.models(".bpmn").keySet().forEach(model -> {
            expected.put(DOCS.relativize(page(model, ".md")).toString(), model);
            expected.put(DOCS.relativize(page(model, ".svg")).toString(), model);
        });
        ProjectModels.models(".dmn")
                .keySet()
                .forEach(model ->
                        expected.put(DOCS.relativize(page(model, ".md")).toString(), model));

        assertThat(files(DOCS))
                .filteredOn(file -> Path.of(file).getNameCount() > 1)
                .isSubsetOf(expected.keySet());
    }

    private static Path page(String model, String ending) {
        return DOCS.resolve(ProjectModels.moduleOf(model)).resolve(ProjectModels.idOf(model) + ending);
    }

    private static void upToDate(Path file, String expected) {
        if (WRITE) {
            write(file, expected);
        } else {
            assertThat(existing(file, "")).as(REFRESH, file).isEqualTo(expected);
        }
    }

    private static String existing(Path file, String otherwise) {
        try {
            return Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : otherwise;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent() == null ? Path.of(".") : file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<String> files(Path root) {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
