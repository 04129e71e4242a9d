package org.carewright.shared.process;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tasks that models may bind to by {@code camunda:delegateExpression="${bean}"}; everything else is refused. */
public final class DelegateCatalogue {

    private static final String DELEGATE_PACKAGE = ".delegate";

    private final Map<String, Entry> entries = new TreeMap<>();

    private DelegateCatalogue(Collection<Entry> entries) {
        entries.forEach(entry -> this.entries.put(entry.bean(), entry));
    }

    /** A catalogue of exactly those entries. */
    public static DelegateCatalogue of(Collection<Entry> entries) {
        return new DelegateCatalogue(entries);
    }

    /** The task that bean is, if it is one. */
    public Optional<Entry> find(String bean) {
        return Optional.ofNullable(entries.get(bean));
    }

    /** All tasks, by bean name. */
    public List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /**
     * A task as models and people know it.
     *
     * @param bean the Spring bean's name
     * @param ownerPackage the package of the module that owns it, e.g. {@code org.carewright.messaging}
     * @param remote whether it leaves this machine
     */
    public record Entry(
            String bean, String ownerPackage, String name, String description, boolean remote, List<Input> inputs) {

        public Entry {
            inputs = List.copyOf(inputs);
        }

        /**
         * What the delegate's annotations say.
         *
         * @throws IllegalArgumentException when the class has no {@link ModelTask}
         */
        public static Entry of(String bean, Class<?> delegate) {
            var task = delegate.getAnnotation(ModelTask.class);
            if (task == null) {
                throw new IllegalArgumentException(delegate.getName() + " has no @ModelTask");
            }
            var inputs = Arrays.stream(delegate.getAnnotationsByType(ModelInput.class))
                    .map(Input::of)
                    .toList();
            return new Entry(
                    bean, ownerOf(delegate.getPackageName()), task.name(), task.description(), task.remote(), inputs);
        }

        /** The module's name: the owner package's last part, which is also the folder of its models. */
        public String module() {
            return ownerPackage.substring(ownerPackage.lastIndexOf('.') + 1);
        }

        /** The id of its element template, kept by models as {@code camunda:modelerTemplate}. */
        public String templateId() {
            return ownerPackage + "." + bean;
        }

        private static String ownerOf(String packageName) {
            return packageName.endsWith(DELEGATE_PACKAGE)
                    ? packageName.substring(0, packageName.length() - DELEGATE_PACKAGE.length())
                    : packageName;
        }
    }

    /** An input parameter of a task, see {@link ModelInput}. */
    public record Input(
            String name,
            String label,
            String description,
            ModelInput.Type type,
            List<String> options,
            boolean required,
            String value) {

        public Input {
            options = List.copyOf(options);
        }

        private static Input of(ModelInput input) {
            return new Input(
                    input.name(),
                    input.label(),
                    input.description(),
                    input.type(),
                    List.of(input.options()),
                    input.required(),
                    input.value());
        }
    }
}
