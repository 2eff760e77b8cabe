package dev.spirallab.ui.components;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * The newest loss and accuracy of a run on both parts, in figures; no accuracy for a regression.
 */
@Tag("run-figures")
@JsModule("./charts/run-figures.ts")
public class RunFigures extends RunComponent {}
