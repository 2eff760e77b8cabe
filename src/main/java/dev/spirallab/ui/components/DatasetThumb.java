package dev.spirallab.ui.components;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.ClickNotifier;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.jspecify.annotations.Nullable;

/** A button with a small picture of a data set; pressed when that data set is the chosen one. */
@Tag("dataset-thumb")
@JsModule("./boundary/dataset-thumb.ts")
public class DatasetThumb extends Component
        implements ClickNotifier<DatasetThumb>, Focusable<DatasetThumb>, HasSize, HasStyle {
    private @Nullable PlanePoints points;

    /**
     * @param label name of the data set, for the tooltip and for screen readers
     */
    public DatasetThumb(String label) {
        setLabel(label);
    }

    /**
     * @param label name of the data set, for the tooltip and for screen readers
     */
    public void setLabel(String label) {
        getElement().setProperty("label", requireNonNull(label, "label"));
    }

    /**
     * @return name of the data set
     */
    public String getLabel() {
        return getElement().getProperty("label", "");
    }

    /**
     * @param points what to draw; about a hundred points look best
     */
    public void setPoints(PlanePoints points) {
        this.points = requireNonNull(points, "points");
        getElement().setPropertyBean("points", PackedPoints.of(points));
    }

    /**
     * @return what is drawn, or null while there is nothing
     */
    public @Nullable PlanePoints getPoints() {
        return points;
    }

    /**
     * @param address of a picture that lies under the points, such as what was learnt of them
     */
    public void setGround(String address) {
        getElement().setProperty("ground", requireNonNull(address, "address"));
    }

    /**
     * @param selected whether this data set is the chosen one
     */
    public void setSelected(boolean selected) {
        getElement().setProperty("selected", selected);
    }

    /**
     * @return whether this data set is the chosen one
     */
    public boolean isSelected() {
        return getElement().getProperty("selected", false);
    }
}
