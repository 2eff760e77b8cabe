package dev.spirallab.ui.components;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.spirallab.frame.Landscape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A surface in space, turned by dragging or with the arrow keys: a loss surface with the path of
 * the run on it, or what the model of a run answers over the plane, live.
 */
@Tag("surface-view")
@JsModule("./charts/surface-view.ts")
public class SurfaceView extends RunComponent {
    private Kind kind = Kind.LOSS;
    private @Nullable Landscape landscape;

    /** What is shown. */
    public enum Kind {
        LOSS,
        SCORES
    }

    /**
     * @param kind what is shown: {@code SCORES} needs a run, {@code LOSS} a landscape
     */
    public void setKind(Kind kind) {
        this.kind = requireNonNull(kind, "kind");
        getElement().setAttribute("kind", kind == Kind.LOSS ? "loss" : "scores");
    }

    /**
     * @return what is shown
     */
    public Kind getKind() {
        return kind;
    }

    /**
     * @param landscape the loss surface, or null for none
     */
    public void setLandscape(@Nullable Landscape landscape) {
        this.landscape = landscape;
        if (landscape == null) {
            getElement().removeProperty("landscape");
        } else {
            getElement()
                    .setPropertyJson(
                            "landscape", (ObjectNode) JsonMapper.shared().valueToTree(landscape));
        }
    }

    /**
     * @return the loss surface, or null
     */
    public @Nullable Landscape getLandscape() {
        return landscape;
    }
}
