package dev.spirallab.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import dev.spirallab.dataset.Library;
import dev.spirallab.engine.Answers;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.export.WeightsFile.Reading;
import dev.spirallab.spec.Problem;
import dev.spirallab.validation.ValidationResult.Valid;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trained models in other programs: what they say is what they say here. */
class ModelExportTest {
    private static final int STEPS = 3;

    private static final List<Named<Valid>> MODELS = Documents.models().toList();

    /** Trained once for all that they are asked. */
    private static final IdentityHashMap<Valid, Answers> ANSWERS = new IdentityHashMap<>();

    /** What differs in their models. */
    static List<Named<Valid>> models() {
        return MODELS;
    }

    private static Answers answers(Valid valid) {
        return ANSWERS.computeIfAbsent(valid, ModelExportTest::trained);
    }

    private static Answers trained(Valid valid) {
        var data = new Library(Documents::file).examples(valid.experiment().dataset()).orThrow();
        return Answers.of(valid, data, STEPS);
    }

    @AfterAll
    static void forget() {
        ANSWERS.clear();
    }

    @ParameterizedTest
    @MethodSource("models")
    void onnxRuntimeGivesTheSameOutputs(Valid valid) throws Exception {
        Answers answers = answers(valid);
        byte[] file = ModelExport.of(new Trained(valid, answers.tensors()), ModelForm.onnx);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file);
                OnnxTensor input =
                        OnnxTensor.createTensor(
                                environment,
                                FloatBuffer.wrap(answers.inputs().values()),
                                shape(valid, answers.inputs().rows()));
                OrtSession.Result result = session.run(Map.of("input", input))) {
            FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] values = new float[output.remaining()];
            output.get(values);
            assertSame(values, answers.outputs());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void djlLoadsTorchScriptAndGivesTheSameOutputs(Valid valid, @TempDir Path folder)
            throws Exception {
        Answers answers = answers(valid);
        Path file = folder.resolve("model.pt");
        Files.write(
                file, ModelExport.of(new Trained(valid, answers.tensors()), ModelForm.torchScript));
        Criteria<NDList, NDList> criteria =
                Criteria.builder()
                        .setTypes(NDList.class, NDList.class)
                        .optModelPath(file)
                        .optEngine("PyTorch")
                        .optTranslator(new NoopTranslator())
                        .build();
        try (ZooModel<NDList, NDList> model = criteria.loadModel();
                Predictor<NDList, NDList> predictor = model.newPredictor();
                NDManager manager = NDManager.newBaseManager()) {
            NDArray input =
                    manager.create(
                            answers.inputs().values(),
                            new Shape(shape(valid, answers.inputs().rows())));
            float[] values = predictor.predict(new NDList(input)).singletonOrThrow().toFloatArray();
            assertSame(values, answers.outputs());
        }
    }

    private static long[] shape(Valid valid, int rows) {
        return Stream.concat(Stream.of(rows), valid.experiment().dataset().inputShape().stream())
                .mapToLong(Integer::longValue)
                .toArray();
    }

    private static void assertSame(float[] values, float... wanted) {
        assertThat(values).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.length; i++) {
            assertThat(values[i])
                    .isCloseTo(wanted[i], Offset.offset(1e-5f * Math.max(1, Math.abs(wanted[i]))));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void weightsAreReadAsTheyWereWritten(Valid valid) {
        List<NodeTensor> tensors = answers(valid).tensors();
        byte[] file = ModelExport.of(new Trained(valid, tensors), ModelForm.safetensors);
        List<NodeTensor> read = ((Reading.Read) WeightsFile.read(valid, file)).tensors();
        assertThat(read).hasSameSizeAs(tensors);
        for (int i = 0; i < read.size(); i++) {
            NodeTensor wanted = tensors.get(i);
            assertThat(read.get(i).node()).isEqualTo(wanted.node());
            assertThat(read.get(i).name()).isEqualTo(wanted.name());
            assertThat(read.get(i).shape()).isEqualTo(wanted.shape());
            assertThat(Arrays.equals(read.get(i).values(), wanted.values())).isTrue();
        }
    }

    private static final Valid MODEL = Documents.templates().findFirst().orElseThrow().getPayload();

    private static List<NodeTensor> tensors() {
        return List.of(
                new NodeTensor("hidden", "weight", List.of(100, 2), new float[200]),
                new NodeTensor("hidden", "bias", List.of(100), new float[100]),
                new NodeTensor("output", "weight", List.of(3, 100), new float[300]),
                new NodeTensor("output", "bias", List.of(3), new float[3]));
    }

    private static List<String> refusals(Function<List<NodeTensor>, List<NodeTensor>> change) {
        List<Safetensors.Tensor> changed =
                change.apply(new ArrayList<>(tensors())).stream()
                        .map(tensor ->
                                Safetensors.Tensor.of(
                                        tensor.node() + "." + tensor.name(),
                                        tensor.shape(),
                                        tensor.values()))
                        .toList();
        return refusals(Safetensors.write(changed));
    }

    private static List<String> refusals(byte[] file) {
        return switch (WeightsFile.read(MODEL, file)) {
            case Reading.Read _ -> List.of();
            case Reading.Refused(List<Problem> problems) ->
                    problems.stream()
                            .map(problem -> problem.code() + " " + problem.arguments().values())
                            .toList();
        };
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertThat(refusals(all -> all)).isEmpty();
        assertThat(refusals(all -> all.subList(1, 4)))
                .containsExactly("weights.missing [hidden.weight]");
        assertThat(
                        refusals(all -> {
                            all.add(new NodeTensor("other", "weight", List.of(1), new float[1]));
                            return all;
                        }))
                .containsExactly("weights.unknown [other.weight]");
        assertThat(
                        refusals(all -> {
                            all.set(3, new NodeTensor("output", "bias", List.of(4), new float[4]));
                            return all;
                        }))
                .singleElement()
                .asString()
                .startsWith("weights.shape")
                .contains("output.bias", "[4]", "[3]");
        assertThat(
                        refusals(all -> {
                            all.getFirst().values()[7] = Float.NaN;
                            return all;
                        }))
                .containsExactly("weights.notFinite [hidden.weight]");
        List<Safetensors.Tensor> whole =
                new ArrayList<>(
                        tensors().stream()
                                .map(t ->
                                        Safetensors.Tensor.of(
                                                t.node() + "." + t.name(), t.shape(), t.values()))
                                .collect(Collectors.toList()));
        whole.set(3, new Safetensors.Tensor("output.bias", "I32", List.of(3), new byte[12]));
        assertThat(refusals(Safetensors.write(whole)))
                .singleElement()
                .asString()
                .startsWith("weights.type");
    }

    @Test
    void aFileIsNoLargerThanItSays() {
        assertThat(refusals(new byte[3])).singleElement().asString().startsWith("weights.format");
        byte[] huge = {-1, -1, -1, -1, -1, -1, -1, 127, '{', '}'};
        assertThat(refusals(huge)).singleElement().asString().startsWith("weights.format");
    }

    /** Whatever is in the file, it is read or refused. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void damagedFilesAreReadOrRefused(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] sound = ModelExport.of(new Trained(MODEL, tensors()), ModelForm.safetensors);
        String[] tokens = {"-1", "99999999999999999999", "2147483647", "[]", "{}", "null", "1.5"};
        for (int i = 0; i < 400; i++) {
            byte[] damaged = sound.clone();
            int header = 8 + random.nextInt(400);
            if (i % 2 == 0) {
                damaged[random.nextInt(header)] = (byte) random.nextInt(256);
                damaged[8 + random.nextInt(400)] = (byte) random.nextInt(256);
            } else {
                byte[] token = tokens[random.nextInt(tokens.length)].getBytes(UTF_8);
                System.arraycopy(token, 0, damaged, header, token.length);
            }
            int length = i % 5 == 0 ? random.nextInt(damaged.length) : damaged.length;
            assertThat(WeightsFile.read(MODEL, Arrays.copyOf(damaged, length))).isNotNull();
        }
    }
}
