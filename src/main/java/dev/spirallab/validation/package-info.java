/** Whether an experiment is sound and how big it is, before anything is allocated. */
@NullMarked
package dev.spirallab.validation;

import org.jspecify.annotations.NullMarked;
