package dev.spirallab.ui;

import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.ui.kit.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A setting that a sweep may vary, its values written in one line. */
enum SweepSetting {
    LEARNING_RATE("learningRate", "0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1") {
        @Override
        Optional<Axis> axis(List<String> words) {
            return each(words, Numbers::parse).map(Axis.LearningRate::new);
        }
    },
    WEIGHT_DECAY("weightDecay", "0, 0.00001, 0.0001, 0.001, 0.01") {
        @Override
        Optional<Axis> axis(List<String> words) {
            return each(words, Numbers::parse).map(Axis.WeightDecay::new);
        }
    },
    L2("l2", "0, 0.0001, 0.001, 0.01, 0.1") {
        @Override
        Optional<Axis> axis(List<String> words) {
            return each(words, Numbers::parse).map(Axis.L2::new);
        }
    },
    BATCH_SIZE("batchSize", "8, 32, 128, 512") {
        @Override
        Optional<Axis> axis(List<String> words) {
            return each(words, SweepSetting::whole)
                    .map(sizes ->
                            new Axis.BatchSize(sizes.stream().map(Math::toIntExact).toList()));
        }
    },
    SEED("seed", "1, 2, 3, 4, 5, 6, 7, 8") {
        @Override
        Optional<Axis> axis(List<String> words) {
            return each(words, SweepSetting::whole).map(Axis.Seed::new);
        }
    },
    OPTIMIZER("optimizer", "sgd, rmsprop, adam") {
        @Override
        Optional<Axis> axis(List<String> words) {
            return each(words, SweepSetting::optimizer).map(Axis.Optimizer::new);
        }
    },
    UNITS("units", "2, 4, 8, 16") {
        @Override
        Optional<Axis> axis(List<String> words) {
            return each(words, SweepSetting::whole)
                    .map(units -> new Axis.Units(units.stream().map(Math::toIntExact).toList()));
        }
    },
    ACTIVATION("activation", "relu, tanh, sigmoid, gelu") {
        @Override
        Optional<Axis> axis(List<String> words) {
            return each(words, SweepSetting::function).map(Axis.Activation::new);
        }
    };

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;，；、]+");

    private final String key;
    private final String usual;

    SweepSetting(String key, String usual) {
        this.key = key;
        this.usual = usual;
    }

    /** Its name in the bundles is {@code sweep.<key>}. */
    String key() {
        return key;
    }

    /** Values to begin with. */
    String usual() {
        return usual;
    }

    /**
     * @return empty where something typed is no value of it
     */
    Optional<Axis> axis(String typed) {
        return axis(BETWEEN.splitAsStream(typed.strip()).filter(word -> !word.isEmpty()).toList());
    }

    abstract Optional<Axis> axis(List<String> words);

    /** Value number {@code index} as it is typed. */
    static String label(Axis axis, int index) {
        return switch (axis) {
            case Axis.LearningRate(var values) -> Numbers.text(values.get(index));
            case Axis.WeightDecay(var values) -> Numbers.text(values.get(index));
            case Axis.L2(var values) -> Numbers.text(values.get(index));
            case Axis.BatchSize(var values) -> values.get(index).toString();
            case Axis.Seed(var values) -> values.get(index).toString();
            case Axis.Units(var values) -> values.get(index).toString();
            case Axis.Optimizer(var values) -> Records.kind(values.get(index));
            case Axis.Activation(var values) -> values.get(index).name();
        };
    }

    private interface Reader<T> {
        Optional<T> read(String word);
    }

    private static <T> Optional<List<T>> each(List<String> words, Reader<T> reader) {
        List<T> values = words.stream().flatMap(word -> reader.read(word).stream()).toList();
        return values.size() == words.size() ? Optional.of(values) : Optional.empty();
    }

    private static Optional<Long> whole(String word) {
        return Optional.of(word).filter(digits -> digits.matches("-?\\d{1,9}")).map(Long::valueOf);
    }

    private static Optional<Function> function(String word) {
        return Arrays.stream(Function.values())
                .filter(function -> function.name().equalsIgnoreCase(word))
                .findFirst();
    }

    private static Optional<OptimizerSpec> optimizer(String word) {
        return word.matches("[A-Za-z]+")
                        && ExperimentJson.readPart(
                                        OptimizerSpec.class, "{\"kind\": \"" + word + "\"}")
                                instanceof Part.Read<OptimizerSpec>(OptimizerSpec optimizer)
                ? Optional.of(optimizer)
                : Optional.empty();
    }
}
