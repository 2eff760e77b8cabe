package dev.spirallab.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The numbers a setting may take, both ends included. Numbers are always finite. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Range {
    /** Whole numbers up to this one, 2^53 - 1, pass unchanged through a browser. */
    double EXACT = 9_007_199_254_740_991.0;

    double min() default -1e9;

    double max() default 1e9;
}
