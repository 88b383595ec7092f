package huxiao.server.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record that is read from a request's body by {@link StrictForms}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface RequestForm {}
