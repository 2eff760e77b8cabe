package dev.spirallab.ui.components;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.react.ReactAdapterComponent;

/**
 * The layers that may be put on the canvas, in groups: to drag, click or choose with the keyboard.
 * Reaches the {@link GraphEditor} of the page by itself.
 */
@Tag("layer-palette")
@JsModule("./graph-editor/layer-palette.tsx")
public final class LayerPalette extends ReactAdapterComponent implements HasSize, HasStyle {
    /** Puts a layer of this kind on the canvas, its settings at their defaults. */
    public void add(String kind) {
        getElement().callJsFunction("add", requireNonNull(kind, "Kind cannot be null"));
    }
}
