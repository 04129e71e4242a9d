package org.carewright.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carewright.identity.Role;
import org.carewright.shared.process.DelegateCatalogue;
import org.carewright.shared.process.ModelTask;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.carewright.shared.process.check.ModelSurroundings;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The product's models, forms, delegates and variables as they lie in the tree; no application is started for it. */
public final class ProjectModels {

    /** Where models and forms lie: {@code processes/<module>/<Id>.bpmn}, {@code forms/<module>/<id>.form}. */
    public static final Path PROCESSES = Path.of("processes");

    public static final Path FORMS = Path.of("forms");

    private static final String PRODUCT = "org.carewright";

    private ProjectModels() {}

    /** Contents of all models and forms by path with forward slashes, sorted. */
    public static Map<String, byte[]> resources() {
        var resources = new TreeMap<String, byte[]>();
        read(PROCESSES, path -> true, resources);
        read(FORMS, path -> true, resources);
        return resources;
    }

    /** The models with that ending, {@code .bpmn} or {@code .dmn}. */
    public static Map<String, byte[]> models(String ending) {
        var resources = new TreeMap<String, byte[]>();
        read(PROCESSES, path -> path.toString().endsWith(ending), resources);
        return resources;
    }

    /** The module that owns a file: the folder it lies in. */
    public static String moduleOf(String file) {
        return Path.of(file).getName(1).toString();
    }

    /** The file's name without folder and ending. */
    public static String idOf(String file) {
        var name = Path.of(file).getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Everything that models may refer to. */
    public static ModelSurroundings surroundings() {
        var variables = variables().stream()
                .collect(Collectors.toMap(ProcessVariables::processId, process -> process.all().stream()
                        .map(ProcessVariable::name)
                        .collect(Collectors.<String, Set<String>>toCollection(TreeSet::new))));
        var groups = Arrays.stream(Role.values()).map(Role::code).collect(Collectors.toSet());
        return new ModelSurroundings(delegates(), Map.of(), Set.of(), variables, groups).with(resources());
    }

    /** The tasks that the product's classes offer. */
    public static DelegateCatalogue delegates() {
        var names = new AnnotationBeanNameGenerator();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ModelTask.class));
        return DelegateCatalogue.of(scanner.findCandidateComponents(PRODUCT).stream()
                .map(AnnotatedBeanDefinition.class::cast)
                .map(bean -> DelegateCatalogue.Entry.of(
                        names.generateBeanName(bean, new SimpleBeanDefinitionRegistry()),
                        classOf(bean.getBeanClassName())))
                .toList());
    }

    /** The variables that the product's modules declare. */
    public static List<ProcessVariables> variables() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ProcessVariables.class));
        return scanner.findCandidateComponents(PRODUCT).stream()
                .map(bean -> (ProcessVariables) BeanUtils.instantiateClass(classOf(bean.getBeanClassName())))
                .toList();
    }

    private static Class<?> classOf(String name) {
        return ClassUtils.resolveClassName(name, ProjectModels.class.getClassLoader());
    }

    private static void read(Path root, Predicate<Path> wanted, Map<String, byte[]> into) {
        try (Stream<Path> files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).filter(wanted).toList()) {
                into.put(file.toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
