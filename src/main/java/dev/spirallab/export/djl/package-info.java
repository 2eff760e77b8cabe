/** An experiment as Java code for the Deep Java Library. */
@NullMarked
package dev.spirallab.export.djl;

import org.jspecify.annotations.NullMarked;
