package org.carewright.shared.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A controller of pages at the desk: the clinic's look and the desk's navigation stand around them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DeskPage {

    /** Which entry of the navigation these pages belong to, e.g. {@code patients}; none by default. */
    String value() default "";
}
