package org.carewright.negative;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.servlet.ServletRequest;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;

/** The names of what a request can send into a handler's parameters. */
final class BoundNames {

    /** Whatever is sent is handed on: the handler itself picks from it. */
    static final String ALL = "*";

    private final Set<String> names = new TreeSet<>();

    private BoundNames() {}

    static Set<String> of(HandlerMethod handler) {
        var bound = new BoundNames();
        for (var parameter : handler.getMethodParameters()) {
            bound.add(handler, parameter);
        }
        return bound.names;
    }

    private void add(HandlerMethod handler, MethodParameter parameter) {
        var type = parameter.getParameterType();
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked != null) {
            var name = StringUtils.hasText(asked.name())
                    ? asked.name()
                    : parameter.getParameter().getName();
            names.add(Map.class.isAssignableFrom(type) ? ALL : name);
        } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
            add("", parameter.getGenericParameterType(), new HashSet<>());
        } else if (parameter.hasParameterAnnotation(ModelAttribute.class)
                || type.isRecord() && unannotated(parameter)) {
            add("", type, new HashSet<>());
        } else if ((ServletRequest.class.isAssignableFrom(type) || WebRequest.class.isAssignableFrom(type))
                && readsParameters(handler)) {
            names.add(ALL);
        }
    }

    private static boolean unannotated(MethodParameter parameter) {
        return Stream.of(parameter.getParameterAnnotations())
                .map(Annotation::annotationType)
                .noneMatch(type -> type.getName().startsWith("org.springframework"));
    }

    /** Members of members too; a member of a list is {@code list[].member}. */
    private void add(String path, Type type, Set<Type> seen) {
        if (type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw)) {
            add(path + "[]", generic.getActualTypeArguments()[0], seen);
            return;
        }
        var raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        if (raw.isRecord() && seen.add(raw)) {
            for (RecordComponent component : raw.getRecordComponents()) {
                add(
                        path.isEmpty() ? component.getName() : path + "." + component.getName(),
                        component.getGenericType(),
                        seen);
            }
            seen.remove(raw);
        } else if (Map.class.isAssignableFrom(raw) || JsonNode.class.isAssignableFrom(raw) || path.isEmpty()) {
            names.add(path.isEmpty() ? ALL : path + "." + ALL);
        } else {
            names.add(path);
        }
    }

    /** Looks through the methods of the controller that the handler calls. */
    private static boolean readsParameters(HandlerMethod handler) {
        var owner = new ClassFileImporter().importClass(handler.getBeanType());
        return owner.getMethods().stream()
                .filter(method -> method.getName().equals(handler.getMethod().getName()))
                .anyMatch(method -> readsParameters(owner, method, new HashSet<>()));
    }

    private static boolean readsParameters(JavaClass owner, JavaMethod method, Set<JavaMethod> seen) {
        return seen.add(method)
                && method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getName().startsWith("getParameter")
                                || call.getTargetOwner().equals(owner)
                                        && call.getTarget().resolveMember().isPresent()
                                        && readsParameters(
                                                owner,
                                                call.getTarget().resolveMember().get(),
                                                seen));
    }
}
