package dev.spirallab.ui.components;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** How far a run is: epoch, step and steps a second. */
@Tag("run-counters")
@JsModule("./charts/run-counters.ts")
public class RunCounters extends RunComponent {}
