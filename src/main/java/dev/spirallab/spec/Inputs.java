package dev.spirallab.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many tensors a layer takes, both ends included; a layer without it takes one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Inputs {
    /** As many as one likes. */
    int MANY = Integer.MAX_VALUE;

    int min();

    int max();

    /** Whether they must all have the same shape. */
    boolean alike() default false;
}
