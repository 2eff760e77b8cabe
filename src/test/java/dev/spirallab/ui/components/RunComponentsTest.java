package dev.spirallab.ui.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import dev.spirallab.ui.components.LossChart.Figure;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RunComponentsTest {
    static Stream<RunComponent> everyViewOfARun() {
        return Stream.of(
                new BoundaryView(),
                new LossChart(),
                new RunFigures(),
                new RunCounters(),
                new LayersView(),
                new WeightsView(),
                new RunConnection());
    }

    @ParameterizedTest
    @MethodSource("everyViewOfARun")
    void aViewTellsThePageWhichRunToFetch(RunComponent view) {
        assertThat(view.getRunId()).isNull();
        view.setRunId("abc");
        assertThat(view.getElement().getAttribute("run-id")).isEqualTo("abc");
        view.setRunId(null);
        assertThat(view.getElement().hasAttribute("run-id")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("everyViewOfARun")
    void aViewSpeaksTheLanguageOfThePage(RunComponent view) {
        view.localeChange(new LocaleChangeEvent(new UI(), Locale.SIMPLIFIED_CHINESE));
        assertThat(view.getElement().getAttribute("lang")).isEqualTo("zh-CN");
    }

    @Test
    void aLossChartShowsTheFigureAskedFor() {
        var chart = new LossChart(Figure.ACCURACY);
        assertThat(chart.getFigure()).isEqualTo(Figure.ACCURACY);
        assertThat(chart.getElement().getAttribute("figure")).isEqualTo("accuracy");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void aLossChartRefusesSmoothingThatIsNone(double smoothing) {
        var chart = new LossChart();
        assertThatIllegalArgumentException().isThrownBy(() -> chart.setSmoothing(smoothing));
    }

    @Test
    void aLossChartTakesTamperedSmoothingForTheNearestThatIsSound() {
        var chart = new LossChart();
        chart.getElement().setProperty("smoothing", 17);
        assertThat(chart.getSmoothing()).isEqualTo(0.99);
        chart.getElement().setProperty("smoothing", "a lot");
        assertThat(chart.getSmoothing()).isZero();
    }

    @Test
    void aBoundaryIsOnAPlaneUnlessToldOtherwise() {
        var view = new BoundaryView();
        assertThat(view.isPlane()).isTrue();
        view.setPlane(false);
        assertThat(view.isPlane()).isFalse();
    }

    @Test
    void aChartKeepsItsOwnCopyOfTheOptions() {
        var chart = new EChart();
        var options = JsonMapper.shared().createObjectNode().put("animation", false);
        chart.setOptions(options);
        options.put("animation", true);
        assertThat(chart.getOptions()).hasToString("{\"animation\":false}");
    }

    @Test
    void aChartKeepsAtLeastTwoPoints() {
        var chart = new EChart();
        assertThat(chart.getMaxPoints()).isEqualTo(20_000);
        assertThatIllegalArgumentException().isThrownBy(() -> chart.setMaxPoints(1));
    }

    @Test
    void aThumbnailHasAName() {
        var thumb = new DatasetThumb("Spiral");
        assertThat(thumb.getLabel()).isEqualTo("Spiral");
        thumb.setSelected(true);
        assertThat(thumb.isSelected()).isTrue();
    }

    @Test
    @SuppressWarnings("NullAway")
    void nothingIsTakenForAName() {
        assertThatNullPointerException().isThrownBy(() -> new DatasetThumb(null));
    }
}
