package dev.spirallab.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;

/**
 * What all pages share. Push carries changes of a run's state only; what a run tells goes over the
 * stream. Light or dark is decided in {@code frontend/index.html}, before the first paint.
 */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
@Push
public class AppShell implements AppShellConfigurator {}
