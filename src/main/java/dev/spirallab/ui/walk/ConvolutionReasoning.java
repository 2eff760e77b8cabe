package dev.spirallab.ui.walk;

import static dev.spirallab.ui.walk.Tex.equation;
import static dev.spirallab.ui.walk.Tex.factor;
import static dev.spirallab.ui.walk.Tex.slope;

import dev.spirallab.engine.Glance;
import dev.spirallab.spec.graph.Convolution;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** {@code z = w * x + b}; a sequence is an image one pixel high. */
record ConvolutionReasoning(Spot spot, Convolution layer, Glance weight) implements Reasoning {

    static Reasoning of(Spot spot, Convolution layer) {
        return layer.transposed()
                ? new Reasoning() {}
                : new ConvolutionReasoning(spot, layer, spot.parameter("weight").orElseThrow());
    }

    /** Where a weight meets a number of the input: places in both, flat. */
    private record Meeting(int weight, int input) {}

    @Override
    public String value(int k) {
        Window.Map out = Window.Map.of(spot.output().shape());
        int channel = k / out.area();
        List<Meeting> meetings = meetings(channel, k % out.area() / out.width(), k % out.width());
        List<String> terms = new ArrayList<>();
        String sum = Tex.sum(meetings.size(), i -> product(meetings.get(i)));
        if (sum.isEmpty() && !meetings.isEmpty()) {
            return "";
        }
        terms.add(meetings.isEmpty() ? "0" : sum);
        spot.parameter("bias")
                .filter(bias -> bias.knows(channel))
                .ifPresent(bias -> terms.add(factor(bias.head()[channel])));
        Glance result = spot.result().value();
        return equation(
                Tex.at(spot.letter(), result.shape(), k),
                String.join(" + ", terms),
                result.head()[k]);
    }

    private String product(Meeting meeting) {
        return LinearReasoning.term(weight, meeting.weight(), spot.input(), meeting.input());
    }

    private List<Meeting> meetings(int channel, int row, int column) {
        Window.Map in = Window.Map.of(spot.input().shape());
        int seen = weight.shape().get(1);
        int first = channel / (layer.outChannels() / layer.groups()) * seen;
        int side = layer.kernelSize();
        int area = layer.dimensions() == 1 ? side : side * side;
        List<Meeting> meetings = new ArrayList<>();
        for (int c = 0; c < seen; c++) {
            for (int u = 0; u < area; u++) {
                int base = (channel * seen + c) * area + u;
                int down = layer.dimensions() == 1 ? 0 : along(row, u / side);
                int across = along(column, u % side);
                if (in.has(down, across)) {
                    meetings.add(new Meeting(base, in.flat(first + c, down, across)));
                }
            }
        }
        return meetings;
    }

    private int along(int place, int step) {
        return place * layer.stride() + step * layer.dilation() - layer.padding();
    }

    @Override
    public String parameter(String name, int k) {
        Window.Map out = Window.Map.of(spot.output().shape());
        Glance delta = spot.result().gradient();
        boolean ofWeight = name.equals("weight");
        int each = weight.size() / layer.outChannels();
        int channel = ofWeight ? k / each : k;
        Function<Integer, String> term =
                place ->
                        ofWeight
                                ? meetings(channel, place / out.width(), place % out.width())
                                        .stream()
                                        .filter(meeting -> meeting.weight() == k)
                                        .findFirst()
                                        .map(meeting ->
                                                LinearReasoning.term(
                                                        delta,
                                                        channel * out.area() + place,
                                                        spot.input(),
                                                        meeting.input()))
                                        .orElse("0")
                                : LinearReasoning.one(delta, channel * out.area() + place);
        String sum = Tex.sum(out.area(), term::apply);
        Glance gradient = spot.gradient(name);
        return sum.isEmpty()
                ? ""
                : equation(
                        slope(Tex.at(ofWeight ? "w" : "b", gradient.shape(), k)),
                        sum,
                        gradient.head()[k]);
    }
}
