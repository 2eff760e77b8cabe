/** The experiment document: what is asked. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package dev.spirallab.spec;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
