package org.carewright.shared.process.guard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets models name a bean that is neither a delegate, a listener nor a variable mapping. The bean itself becomes the
 * expression's value; none of its methods or properties can be reached from a model.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelBean {}
