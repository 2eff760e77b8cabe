package dev.spirallab.ui.components;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.ui.components.LineOptions.Weight;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LineOptionsTest {

    private static List<EChart.Point> points(int count) {
        return IntStream.range(0, count).mapToObj(i -> new EChart.Point(i, 1.0 / (i + 1))).toList();
    }

    private static JsonNode first(LineOptions lines) {
        return lines.options().at("/series/0");
    }

    @Test
    void aShortLineKeepsItsPointsAndWhatIsNoNumberHasNoPlace() {
        List<EChart.Point> points =
                List.of(
                        new EChart.Point(0, 2),
                        new EChart.Point(1, Double.NaN),
                        new EChart.Point(2, 0),
                        new EChart.Point(3, 1.0 / 3));
        assertThat(first(new LineOptions(1).line("one", points)).get("data").toString())
                .isEqualTo("[[0.0,2.0],[2.0,0.0],[3.0,0.33333]]");
        LineOptions logarithmic = new LineOptions(1).logarithmic(true).line("one", points);
        assertThat(first(logarithmic).get("data").toString())
                .isEqualTo("[[0.0,2.0],[3.0,0.33333]]");
    }

    @Test
    void aLongLineIsThinnedAndKeepsItsEnds() {
        JsonNode data = first(new LineOptions(1).line("one", points(5000))).get("data");
        assertThat(data.size()).isBetween(500, 601);
        assertThat(data.get(0).get(0).asInt()).isZero();
        assertThat(data.get(data.size() - 1).get(0).asInt()).isEqualTo(4999);
    }

    @Test
    void manyLinesAreThinnerHaveFewerPointsAndAreNamedOneAtATime() {
        LineOptions few = new LineOptions(2).legend().line("one", points(5000));
        LineOptions many = new LineOptions(60).legend().line("one", points(5000));
        assertThat(first(many).at("/lineStyle/width").asDouble())
                .isLessThan(first(few).at("/lineStyle/width").asDouble());
        assertThat(first(many).get("data").size()).isBetween(80, 101);
        assertThat(many.options().at("/tooltip/trigger").asString()).isEqualTo("item");
        assertThat(many.options().at("/legend/type").asString()).isEqualTo("scroll");
    }

    @Test
    void theChosenLineStandsBeforeTheOthers() {
        LineOptions lines =
                new LineOptions(2)
                        .line("one", points(2), Weight.BEHIND)
                        .line("two", points(2), Weight.CHOSEN);
        assertThat(lines.options().at("/series/1/lineStyle/width").asInt()).isEqualTo(3);
        assertThat(first(lines).at("/lineStyle/opacity").asDouble()).isLessThan(1);
    }
}
