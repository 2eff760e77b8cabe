package dev.spirallab.engine;

import dev.spirallab.program.ProgramGenerator;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which experiments can be trained at once by one program: those with one text, one data set and
 * one batch size. Rates, weight decay, regularisation, seeds and initial values may differ.
 */
public final class Together {
    private Together() {}

    private record Key(String text, DatasetSpec dataset, int batchSize) {}

    /**
     * The experiments' indices, divided into groups, each in the order given. What can be trained
     * by itself only is a group of its own, and a group is no larger than what a call learns from
     * in a short time.
     */
    public static List<List<Integer>> groups(List<Valid> experiments) {
        Map<Object, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < experiments.size(); i++) {
            Object key = key(experiments.get(i)).map(Object.class::cast).orElse(i);
            alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
        }
        return alike.values().stream()
                .flatMap(each -> parts(each, atOnce(experiments.get(each.getFirst()))))
                .toList();
    }

    private static Stream<List<Integer>> parts(List<Integer> all, int most) {
        return IntStream.range(0, Math.ceilDiv(all.size(), most))
                .mapToObj(i ->
                        List.copyOf(all.subList(i * most, Math.min(all.size(), (i + 1) * most))));
    }

    private static int atOnce(Valid valid) {
        int examples = valid.experiment().dataset().trainSize();
        int batch = valid.experiment().training().effectiveBatchSize(Math.max(1, examples));
        return Math.max(1, valid.budget().rowsPerStepCall() / batch);
    }

    private static Optional<Key> key(Valid valid) {
        DatasetSpec dataset = valid.experiment().dataset();
        return dataset instanceof ImageDataset
                ? Optional.empty()
                : ProgramGenerator.together(valid)
                        .map(program ->
                                new Key(
                                        program.text(),
                                        dataset,
                                        valid.experiment().training().batchSize()));
    }
}
