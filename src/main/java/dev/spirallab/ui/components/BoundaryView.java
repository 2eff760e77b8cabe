package dev.spirallab.ui.components;

import com.vaadin.flow.component.Synchronize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The decision boundary, or the value surface of a regression, under the points of the data set, as
 * the run's newest frame has it. Before a run it shows the points alone.
 */
@Tag("boundary-view")
@JsModule("./boundary/boundary-view.ts")
public class BoundaryView extends RunComponent {
    private static final String DETAIL = "event.detail";

    private @Nullable PlanePoints points;

    /**
     * @param points what to show until a run sends its own, or null for nothing
     */
    public void setPoints(@Nullable PlanePoints points) {
        this.points = points;
        if (points == null) {
            getElement().removeProperty("points");
        } else {
            getElement().setPropertyBean("points", PackedPoints.of(points));
        }
    }

    /**
     * @return what is shown until a run sends its own, or null
     */
    public @Nullable PlanePoints getPoints() {
        return points;
    }

    /**
     * @param plane false for data with other than two inputs: there is nothing to draw then
     */
    public void setPlane(boolean plane) {
        getElement().setProperty("plane", plane);
    }

    /**
     * @return whether the data lie on a plane
     */
    public boolean isPlane() {
        return getElement().getProperty("plane", true);
    }

    /**
     * @param drawable whether points may be drawn by hand
     */
    public void setDrawable(boolean drawable) {
        getElement().setProperty("drawable", drawable);
    }

    /**
     * @return whether points may be drawn by hand
     */
    public boolean isDrawable() {
        return getElement().getProperty("drawable", false);
    }

    /**
     * @param listener hears of each stroke, as long as points may be drawn
     */
    public void addStrokeListener(Consumer<Stroke> listener) {
        getElement()
                .addEventListener(
                        "stroke",
                        event -> {
                            if (isDrawable()) {
                                Stroke.of(event.getEventData().path(DETAIL)).ifPresent(listener);
                            }
                        })
                .addEventData(DETAIL);
    }

    /**
     * @param discretised whether each place has the plain colour of its likeliest class
     */
    public void setDiscretised(boolean discretised) {
        getElement().setProperty("discretised", discretised);
    }

    /**
     * @return whether each place has the plain colour of its likeliest class, as the page has it
     */
    @Synchronize(property = "discretised", value = "discretised-changed")
    public boolean isDiscretised() {
        return getElement().getProperty("discretised", false);
    }
}
