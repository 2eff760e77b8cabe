package dev.spirallab.ui.components;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * Says when the page has lost the run and is fetching it back; invisible while all is well. To
 * screen readers it also announces what the run does: running, paused, ended and why.
 */
@Tag("run-connection")
@JsModule("./charts/run-connection.ts")
public class RunConnection extends RunComponent {}
