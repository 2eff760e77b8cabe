package dev.spirallab.spec.sweep;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.training.OptimizerSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A setting that a sweep may vary, its values written in one line. */
public enum SweepSetting {
    LEARNING_RATE("learningRate", "0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1") {
        @Override
        public Optional<Axis> axis(List<String> words) {
            return each(words, SweepSetting::number).map(Axis.LearningRate::new);
        }
    },
    WEIGHT_DECAY("weightDecay", "0, 0.00001, 0.0001, 0.001, 0.01") {
        @Override
        public Optional<Axis> axis(List<String> words) {
            return each(words, SweepSetting::number).map(Axis.WeightDecay::new);
        }
    },
    L2("l2", "0, 0.0001, 0.001, 0.01, 0.1") {
        @Override
        public Optional<Axis> axis(List<String> words) {
            return each(words, SweepSetting::number).map(Axis.L2::new);
        }
    },
    BATCH_SIZE("batchSize", "8, 32, 128, 512") {
        @Override
        public Optional<Axis> axis(List<String> words) {
            return each(words, SweepSetting::whole)
                    .map(sizes ->
                            new Axis.BatchSize(sizes.stream().map(Math::toIntExact).toList()));
        }
    },
    SEED("seed", "1, 2, 3, 4, 5, 6, 7, 8") {
        @Override
        public Optional<Axis> axis(List<String> words) {
            return each(words, SweepSetting::whole).map(Axis.Seed::new);
        }
    },
    OPTIMIZER("optimizer", "sgd, rmsprop, adam") {
        @Override
        public Optional<Axis> axis(List<String> words) {
            return each(words, SweepSetting::optimizer).map(Axis.Optimizer::new);
        }
    },
    UNITS("units", "2, 4, 8, 16") {
        @Override
        public Optional<Axis> axis(List<String> words) {
            return each(words, SweepSetting::whole)
                    .map(units -> new Axis.Units(units.stream().map(Math::toIntExact).toList()));
        }
    },
    ACTIVATION("activation", "relu, tanh, sigmoid, gelu") {
        @Override
        public Optional<Axis> axis(List<String> words) {
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
    public String key() {
        return key;
    }

    /** Values to begin with. */
    public String usual() {
        return usual;
    }

    /** The setting of that key, if there is one. */
    public static Optional<SweepSetting> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    /** What stands in one line, with commas or blanks in between. */
    public static List<String> words(String line) {
        return BETWEEN.splitAsStream(line.strip()).filter(word -> !word.isEmpty()).toList();
    }

    /**
     * @param words one a value
     * @return empty where one of them is no value of it
     */
    public abstract Optional<Axis> axis(List<String> words);

    /** Whether an experiment has such a setting. */
    public boolean fits(Experiment experiment) {
        return axis(List.of()).filter(axis -> axis.fits(experiment)).isPresent();
    }

    /** An axis as {@link #text} writes it, if it is one. */
    public static Optional<Axis> read(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? Optional.empty()
                : of(text.substring(0, equals).strip())
                        .flatMap(setting -> setting.axis(words(text.substring(equals + 1))));
    }

    /** An axis in one line: {@code learningRate=0.01,0.1}. */
    public static String text(Axis axis) {
        return axis.name() + "=" + String.join(",", words(axis));
    }

    /** What is wrong with a text that {@link #read} cannot read. */
    public static Problem unreadable(String text) {
        String known =
                Arrays.stream(values()).map(SweepSetting::key).collect(Collectors.joining(", "));
        return Problem.of("sweep.unreadable", "", Map.of("text", text, "known", known));
    }

    /** The values of an axis, as {@link #axis} reads them. */
    public static List<String> words(Axis axis) {
        return switch (axis) {
            case Axis.LearningRate(var values) -> each(values, String::valueOf);
            case Axis.WeightDecay(var values) -> each(values, String::valueOf);
            case Axis.L2(var values) -> each(values, String::valueOf);
            case Axis.BatchSize(var values) -> each(values, String::valueOf);
            case Axis.Seed(var values) -> each(values, String::valueOf);
            case Axis.Units(var values) -> each(values, String::valueOf);
            case Axis.Optimizer(var values) -> each(values, Records::kind);
            case Axis.Activation(var values) -> each(values, Enum::name);
        };
    }

    private static <T> List<String> each(
            List<T> values, java.util.function.Function<T, String> word) {
        return values.stream().map(word).toList();
    }

    private interface Reader<T> {
        Optional<T> read(String word);
    }

    private static <T> Optional<List<T>> each(List<String> words, Reader<T> reader) {
        List<T> values = words.stream().flatMap(word -> reader.read(word).stream()).toList();
        return values.size() == words.size() ? Optional.of(values) : Optional.empty();
    }

    private static Optional<Double> number(String word) {
        return word.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")
                ? Optional.of(Double.valueOf(word)).filter(Double::isFinite)
                : Optional.empty();
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
