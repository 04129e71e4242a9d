package org.carewright.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carewright.shared.process.ProcessVariables;
import org.carewright.shared.process.check.ModelCheck;
import org.carewright.test.ProjectModels;
import org.junit.jupiter.api.Test;

/** What ties models to forms, decisions, delegates and code; the compiler sees none of it. */
class ProcessBindingTests {

    private static final Pattern BEAN = Pattern.compile("camunda:delegateExpression=\"\\$\\{(\\w+)}\"");
    private static final Pattern MESSAGE = Pattern.compile("<bpmn:message id=\"(\\w+)\"");
    private static final Pattern FORM_ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern QUOTED = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Pattern FORM_USED = Pattern.compile("camunda:formRef=\"([^\"]+)\"");

    /** Modules whose tasks may be drawn in every module's models. */
    private static final List<String> FOR_EVERYONE = List.of("messaging");

    @Test
    void everyModelPassesTheCheck() {
        assertThat(new ModelCheck(ProjectModels.surroundings()).checkTogether(ProjectModels.resources()))
                .isEmpty();
    }

    @Test
    void fileNamesAreUniqueAsTheEngineSeesThemWithoutFolder() {
        var where = ProjectModels.resources().keySet().stream()
                .collect(Collectors.groupingBy(file -> Path.of(file).getFileName(), TreeMap::new, Collectors.toList()));
        where.values().removeIf(files -> files.size() == 1);

        assertThat(where).isEmpty();
    }

    @Test
    void formsAreNamedAfterTheirId() {
        ProjectModels.resources().forEach((file, content) -> {
            if (file.endsWith(".form")) {
                var id = FORM_ID.matcher(text(content));
                assertThat(id.find()).as(file).isTrue();
                assertThat(id.group(1)).isEqualTo(ProjectModels.idOf(file));
            }
        });
    }

    /** By a task, by a decision table that chooses it, or by a page of ours. */
    @Test
    void everyFormIsShownByAModelOrAPage() throws IOException {
        var used = new TreeSet<String>();
        ProjectModels.models(".dmn")
                .values()
                .forEach(table -> QUOTED.matcher(text(table)).results().forEach(match -> used.add(match.group(1))));
        QUOTED.matcher(code()).results().forEach(match -> used.add(match.group(1)));
        ProjectModels.models(".bpmn")
                .values()
                .forEach(model -> FORM_USED.matcher(text(model)).results().forEach(match -> used.add(match.group(1))));

        assertThat(ProjectModels.resources().keySet())
                .filteredOn(file -> file.endsWith(".form"))
                .extracting(ProjectModels::idOf)
                .isSubsetOf(used);
    }

    @Test
    void modelsUseTasksOfTheirOwnModuleOrOfMessaging() {
        var delegates = ProjectModels.delegates();
        var strangers = new TreeMap<String, String>();
        ProjectModels.models(".bpmn").forEach((file, model) -> BEAN.matcher(text(model))
                .results()
                .map(match -> match.group(1))
                .forEach(bean -> delegates.find(bean).ifPresent(task -> {
                    if (!FOR_EVERYONE.contains(task.module()) && !task.module().equals(ProjectModels.moduleOf(file))) {
                        strangers.put(file, bean);
                    }
                })));

        assertThat(strangers).isEmpty();
    }

    @Test
    void everyProcessHasItsVariablesDeclaredOnce() {
        assertThat(ProjectModels.variables())
                .extracting(ProcessVariables::processId)
                .containsExactlyInAnyOrderElementsOf(ProjectModels.models(".bpmn").keySet().stream()
                        .map(ProjectModels::idOf)
                        .toList());
    }

    @Test
    void everyMessageIsSentByTheCode() throws IOException {
        var code = code();
        var messages = ProjectModels.models(".bpmn").values().stream()
                .flatMap(model -> MESSAGE.matcher(text(model)).results())
                .map(match -> match.group(1))
                .toList();

        assertThat(messages).allMatch(message -> code.contains('"' + message + '"'));
    }

    @Test
    void everyTaskOfTheCatalogueIsADelegateBeanInADelegatePackage() {
        assertThat(ProjectModels.delegates().all())
                .allSatisfy(task -> assertThat(task.bean()).endsWith("Delegate"))
                .allSatisfy(task -> assertThat(task.name()).isNotBlank())
                .allSatisfy(task -> assertThat(task.description()).endsWith("."));
    }

    private static String code() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ProcessBindingTests::read)
                    .collect(Collectors.joining());
        }
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
