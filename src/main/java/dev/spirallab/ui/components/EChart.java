package dev.spirallab.ui.components;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Any chart of Apache ECharts 6 with lines, bars or scattered points. The options come from here;
 * points may be appended without sending the options anew. Colours of axes and texts follow the
 * page's theme. With a name it has a head, and a menu to copy and save it and to show it as a
 * table.
 */
@Tag("e-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./charts/e-chart.ts")
public class EChart extends Component implements HasSize, HasStyle, LocaleChangeObserver {
    private static final int DEFAULT_MAX_POINTS = 20_000;

    private @Nullable ObjectNode options;

    /** What the browser can make of the chart: a copied picture, or a file. */
    public enum Export {
        COPY,
        PNG,
        SVG,
        CSV
    }

    /** One point of a line or of scattered points. */
    public record Point(double x, double y) {}

    /**
     * @param options the chart as ECharts describes it, without functions;
     *     https://echarts.apache.org/en/option.html
     */
    public void setOptions(ObjectNode options) {
        this.options = requireNonNull(options, "options").deepCopy();
        getElement().setPropertyJson("options", this.options);
    }

    /**
     * @return the chart's options, or null before they were set
     */
    public @Nullable ObjectNode getOptions() {
        return options == null ? null : options.deepCopy();
    }

    /**
     * Adds points to the end of a series, in the browser alone; the oldest go when there are more
     * than {@link #getMaxPoints()}.
     *
     * @param series index of the series in the options
     */
    public void append(int series, List<Point> points) {
        requireNonNull(points, "points");
        getElement().callJsFunction("appendPoints", series, JacksonUtils.listToJson(points));
    }

    /** Takes all appended points away. */
    public void clear() {
        getElement().callJsFunction("clearPoints");
    }

    /**
     * @param maxPoints how many points a series keeps, at least 2
     */
    public void setMaxPoints(int maxPoints) {
        if (maxPoints < 2) {
            throw new IllegalArgumentException("maxPoints must be at least 2");
        }
        getElement().setProperty("maxPoints", maxPoints);
    }

    /**
     * @return how many points a series keeps
     */
    public int getMaxPoints() {
        return getElement().getProperty("maxPoints", DEFAULT_MAX_POINTS);
    }

    /**
     * @param name what the chart is called, in its head and its pictures; empty for no head
     */
    public void setName(String name) {
        getElement().setProperty("name", requireNonNull(name, "name"));
    }

    /**
     * @return what the chart is called
     */
    public String getName() {
        return getElement().getProperty("name", "");
    }

    /**
     * @param summary the chart in words, for those who do not see it
     */
    public void setSummary(String summary) {
        getElement().setProperty("summary", requireNonNull(summary, "summary"));
    }

    /**
     * @return the chart in words
     */
    public String getSummary() {
        return getElement().getProperty("summary", "");
    }

    /**
     * Lets the browser save or copy the chart.
     *
     * @param fileName without its ending
     */
    public void export(Export export, String fileName) {
        requireNonNull(export, "export");
        requireNonNull(fileName, "fileName");
        getElement().callJsFunction("save", export.name().toLowerCase(Locale.ROOT), fileName);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        getElement().setAttribute("lang", event.getLocale().toLanguageTag());
    }
}
