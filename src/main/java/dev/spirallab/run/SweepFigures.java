package dev.spirallab.run;

import dev.spirallab.engine.Evaluation;
import dev.spirallab.spec.sweep.SweepSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the variants of a sweep have come to as a table (RFC 4180): a column for each setting that
 * is varied, a line for each point; a figure that is no finite number is an empty cell.
 */
public final class SweepFigures {
    private static final String END = "\r\n";
    private static final List<String> FIGURES =
            List.of("step", "epoch", "trainLoss", "testLoss", "trainAccuracy", "testAccuracy");

    private SweepFigures() {}

    public static String of(SweepSpec spec, List<Sweep.Variant> variants) {
        Stream<String> head =
                Stream.of(
                                Stream.of("variant"),
                                spec.settings(0).keySet().stream(),
                                FIGURES.stream())
                        .flatMap(part -> part);
        Stream<String> lines =
                IntStream.range(0, variants.size())
                        .boxed()
                        .flatMap(i ->
                                variants.get(i).points().stream()
                                        .map(point -> line(i, spec.settings(i), point)));
        return Stream.concat(Stream.of(head.collect(Collectors.joining(","))), lines)
                .collect(Collectors.joining(END, "", END));
    }

    private static String line(int variant, Map<String, String> settings, Sweep.Point point) {
        return Stream.of(
                        Stream.of(Integer.toString(variant + 1)),
                        settings.values().stream(),
                        figures(point))
                .flatMap(part -> part)
                .collect(Collectors.joining(","));
    }

    private static Stream<String> figures(Sweep.Point point) {
        Evaluation of = point.evaluation();
        Stream<String> numbers =
                DoubleStream.of(
                                point.epoch(),
                                of.train().loss(),
                                of.test().loss(),
                                of.train().accuracy(),
                                of.test().accuracy())
                        .mapToObj(value ->
                                Double.isFinite(value) ? Float.toString((float) value) : "");
        return Stream.concat(Stream.of(Long.toString(point.step())), numbers);
    }
}
