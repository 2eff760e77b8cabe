package dev.spirallab.engine;

import ai.djl.Device;
import ai.djl.pytorch.jni.IValue;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.engine.Evaluation.Score;
import dev.spirallab.engine.TorchModule.Argument;
import dev.spirallab.engine.TorchModule.Copy;
import dev.spirallab.engine.TorchModule.Floats;
import dev.spirallab.engine.TorchModule.Indices;
import dev.spirallab.engine.TorchModule.Integers;
import dev.spirallab.engine.TorchModule.Numbers;
import dev.spirallab.engine.TorchModule.Real;
import dev.spirallab.engine.TorchModule.Tensor;
import dev.spirallab.engine.TorchModule.Whole;
import dev.spirallab.frame.LayerReport;
import dev.spirallab.program.Parameter;
import dev.spirallab.program.Program;
import dev.spirallab.spec.data.Task;
import dev.spirallab.spec.training.Regularization;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.TensorShape;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** A training in PyTorch. Calls from two threads wait for each other. */
final class TorchTraining implements Training {
    /** Numbers that the inputs of one call may have: 32 MiB. */
    private static final int NUMBERS_PER_CALL = 1 << 23;

    /** Numbers that all layers' outputs may have at once while evaluating: 32 MiB. */
    private static final long NUMBERS_PER_EVALUATION = 1L << 23;

    /** What one call while evaluating may compute: some 4 to 10 ms of one core. */
    private static final long FLOPS_PER_EVALUATION = 200_000_000;

    /** With fewer, reading the parameters takes longer than computing with them. */
    private static final long OPERATIONS_FOR_EACH_PARAMETER = 32;

    private final Program program;
    private final Task task;
    private final Rates rates;
    private final Batches batches;
    private final long dropoutSeed;
    private final int inputSize;
    private final int scoreColumns;
    private final int rowsAtOnce;
    private final int rowsToProbe;
    private final LayerProbe probe;

    private final List<DataShelf.Lease> leases = new ArrayList<>();
    private final TorchModule module;
    private final Tensor parameters;
    private final Tensor buffers;
    private final Tensor state;
    private final Tensor regularized;
    private final Examples train;
    private final Examples test;

    private double learningRate;
    private Regularization regularization;
    private double weightDecay;
    private Plateau plateau = Plateau.BEGINNING;
    private boolean closed;

    /** A part of the data on the device. */
    private record Examples(Tensor inputs, Tensor targets, int rows) {}

    /**
     * @param shelf where the data lies on the device, for all trainings that use it
     */
    TorchTraining(Valid valid, Dataset dataset, Program program, Device device, DataShelf shelf) {
        this.program = program;
        TrainingSpec spec = valid.experiment().training();
        TargetRows targets = new TargetRows(valid.head());
        task = dataset.task();
        inputSize = dataset.train().examples().columns();
        rowsAtOnce = rowsAtOnce(valid);
        rowsToProbe = LayerProbe.rows(valid, rowsAtOnce);
        probe = new LayerProbe(valid, program);
        batches = new Batches(dataset.train().rows(), spec.batchSize(), spec.seed());
        rates = Rates.of(spec, dataset.train().rows());
        dropoutSeed = (spec.seed() * 0x9E3779B97F4A7C15L) >>> 12;
        learningRate = spec.optimizer().learningRate();
        regularization = spec.regularization();
        weightDecay = spec.optimizer().weightDecay();

        float[] start = StartValues.parameters(program, spec.seed());
        scoreColumns = targets.scoreColumns(valid.shapes().get(valid.output().id()));
        module = new TorchModule(program, device);
        try {
            parameters = module.keep(start, start.length);
            buffers = keep(StartValues.buffers(program));
            state = keep(program.optimizerState().start(start.length));
            regularized = keep(StartValues.regularized(program));
            train = place(shelf.lease(dataset.train(), targets));
            test = place(shelf.lease(dataset.test(), targets));
        } catch (RuntimeException | Error failed) {
            module.close();
            leases.forEach(DataShelf.Lease::close);
            throw failed;
        }
    }

    private static int rowsAtOnce(Valid valid) {
        long numbers = valid.shapes().values().stream().mapToLong(TensorShape::size).sum();
        long flops = Math.max(1, valid.budget().flops());
        long parameters = valid.budget().parameters();
        long worthACall = OPERATIONS_FOR_EACH_PARAMETER * parameters / flops;
        long quick = Math.max(worthACall, FLOPS_PER_EVALUATION / flops);
        return Math.clamp(Math.min(NUMBERS_PER_EVALUATION / numbers, quick), 1, 8192);
    }

    private Tensor keep(float[] values) {
        return module.keep(values, values.length);
    }

    private Examples place(DataShelf.Lease lease) {
        leases.add(lease);
        return new Examples(
                module.lend(lease.inputs()), module.lend(lease.targets()), lease.rows());
    }

    @Override
    public synchronized Progress train(int maxSteps) {
        requireOpen();
        if (maxSteps < 1) {
            return Progress.NONE;
        }
        long first = batches.step();
        Plan plan = batches.next(maxSteps, NUMBERS_PER_CALL / Math.max(1, inputSize));
        return progress(first, losses(first, plan, parameters, buffers, state));
    }

    /** Changes parameters, running statistics and what the optimiser keeps. */
    private float[] losses(
            long first, Plan plan, Argument numbers, Argument statistics, Argument kept) {
        float[] shares = plan.shares();
        return module.run(
                "train",
                module::floats,
                train.inputs(),
                train.targets(),
                numbers,
                statistics,
                new Indices(plan.rows()),
                new Floats(shares, 0, shares.length, 1),
                new Integers(plan.starts()),
                new Integers(plan.sizes()),
                new Whole(dropoutSeed),
                new Whole(first),
                kept,
                regularized,
                new Numbers(ratesOf(first, plan)),
                new Real(weightDecay),
                new Real(regularization.l1()),
                new Real(regularization.l2()));
    }

    private double[] ratesOf(long first, Plan plan) {
        double[] each = new double[plan.steps()];
        Arrays.setAll(each, i -> rate(plan.epochs()[i], first + i));
        return each;
    }

    private double rate(long epoch, long step) {
        return rates.at(learningRate, epoch, step, plateau.reductions());
    }

    private static Progress progress(long first, float[] losses) {
        OptionalLong broken = OptionalLong.empty();
        for (int i = losses.length - 1; i >= 0; i--) {
            if (!Float.isFinite(losses[i])) {
                broken = OptionalLong.of(first + i + 1);
            }
        }
        return new Progress(losses.length, losses[losses.length - 1], broken);
    }

    /** Of the next batch, in training mode; the training does not go on by it. */
    synchronized Gradient gradient() {
        requireOpen();
        return gradient(nextBatch());
    }

    /** The training does not go on by it. */
    private Plan nextBatch() {
        Snapshot.Place place = place();
        Plan plan = batches.next(1, Integer.MAX_VALUE);
        move(place);
        return plan;
    }

    private Gradient gradient(Plan plan) {
        float[] shares = plan.shares();
        float[] statistics = buffers.floats();
        return module.run(
                "gradients",
                answer -> Gradient.of(module.floats(answer)),
                train.inputs(),
                train.targets(),
                parameters,
                new Floats(statistics, 0, statistics.length),
                new Indices(plan.rows()),
                new Floats(shares, 0, shares.length, 1),
                new Integers(plan.starts()),
                new Integers(plan.sizes()),
                new Whole(dropoutSeed),
                new Whole(batches.step()));
    }

    /** The parameters as the next step leaves them, which is not taken. */
    private float[] ahead(Plan plan) {
        try (Copy numbers = module.copy(parameters);
                Copy statistics = module.copy(buffers);
                Copy kept = module.copy(state)) {
            losses(batches.step(), plan, numbers, statistics, kept);
            return numbers.floats();
        }
    }

    @Override
    public synchronized LayerReport probe(Matrix inputs) {
        requireOpen();
        Plan plan = nextBatch();
        return probe.report(
                learningRate(),
                (int) plan.sizes()[0],
                inputs.rows(),
                parameters.floats(),
                gradient(plan),
                ahead(plan),
                outputs(inputs));
    }

    @Override
    public int rowsToProbe() {
        return rowsToProbe;
    }

    @Override
    public List<Bank> banks() {
        return probe.banks();
    }

    @Override
    public synchronized float[] outputs(Matrix inputs, List<Unit> units) {
        return probe.columns(units, outputs(inputs), inputs.rows());
    }

    /**
     * @param loss of the batch
     * @param values as flat as the parameters
     */
    @SuppressWarnings("ArrayRecordComponent") // looked at once
    record Gradient(float loss, float[] values) {
        private static Gradient of(float[] lossAndValues) {
            return new Gradient(
                    lossAndValues[0], Arrays.copyOfRange(lossAndValues, 1, lossAndValues.length));
        }
    }

    /** Changes the parameters by hand. */
    synchronized void move(Consumer<float[]> change) {
        float[] values = parameters.floats();
        change.accept(values);
        parameters.set(values);
    }

    /** The running statistics, as flat as they lie. */
    synchronized float[] statistics() {
        return buffers.floats();
    }

    /** What the optimiser keeps, as flat as it lies. */
    synchronized float[] optimizerState() {
        return state.floats();
    }

    /** The shapes of all nodes' outputs for some rows, in the order of the graph. */
    synchronized List<List<Integer>> shapes(Matrix inputs) {
        return activations(inputs, module::shapes);
    }

    /** The outputs of all nodes for some rows, in the order of the graph. */
    synchronized List<float[]> outputs(Matrix inputs) {
        return activations(inputs, module::arrays);
    }

    private <T> T activations(Matrix inputs, Function<IValue, T> result) {
        requireOpen();
        return module.run(
                "activations", result, floats(inputs, 0, inputs.rows()), parameters, buffers);
    }

    @Override
    public synchronized long step() {
        return batches.step();
    }

    @Override
    public synchronized int epoch() {
        return batches.epoch();
    }

    @Override
    public synchronized int stepsPerEpoch() {
        return batches.stepsPerEpoch();
    }

    @Override
    public synchronized int stepInEpoch() {
        return batches.stepInEpoch();
    }

    @Override
    public synchronized double learningRate() {
        return rate(batches.epoch(), batches.step());
    }

    @Override
    public synchronized void judged(Evaluation evaluation) {
        if (rates.schedule() instanceof ScheduleSpec.ReduceOnPlateau rule) {
            plateau = plateau.after(evaluation, rule, learningRate);
        }
    }

    @Override
    public synchronized Tuning tuning() {
        return new Tuning(
                OptionalDouble.of(learningRate),
                OptionalInt.of(batches.nextBatch()),
                Optional.of(regularization),
                OptionalDouble.of(weightDecay));
    }

    @Override
    public synchronized void tune(Tuning tuning) {
        requireOpen();
        tuning.batchSize().ifPresent(batches::batchSize);
        learningRate = tuning.learningRate().orElse(learningRate);
        regularization = tuning.regularization().orElse(regularization);
        weightDecay = tuning.weightDecay().orElse(weightDecay);
    }

    @Override
    public synchronized Evaluating evaluating() {
        requireOpen();
        Tally trained = new Tally(train);
        Tally tested = new Tally(test);
        return () -> advance(trained, tested);
    }

    private synchronized Optional<Evaluation> advance(Tally trained, Tally tested) {
        requireOpen();
        (trained.done() ? tested : trained).advance();
        return trained.done() && tested.done()
                ? Optional.of(new Evaluation(trained.score(), tested.score()))
                : Optional.empty();
    }

    /** How far the evaluation of a part has come. */
    private final class Tally {
        private final Examples part;
        private double loss;
        private double correct;
        private double weight;
        private int rows;

        private Tally(Examples part) {
            this.part = part;
        }

        private boolean done() {
            return rows == part.rows();
        }

        private void advance() {
            int count = Math.min(rowsAtOnce, part.rows() - rows);
            if (count > 0) {
                float[] sums = sums(part, rows, count);
                loss += sums[0];
                correct += sums[1];
                weight += sums[2];
                rows += count;
            }
        }

        private Score score() {
            if (rows == 0) {
                return Score.NONE;
            }
            boolean classes = task instanceof Task.Classification;
            return new Score(loss / weight, classes ? correct / rows : Double.NaN);
        }
    }

    private float[] sums(Examples part, int first, int count) {
        return module.run(
                "evaluate",
                module::floats,
                part.inputs(),
                part.targets(),
                parameters,
                buffers,
                new Whole(first),
                new Whole(count));
    }

    @Override
    public synchronized float[] scores(Matrix inputs) {
        requireOpen();
        if (inputs.columns() != inputSize) {
            throw new IllegalArgumentException("the model takes " + inputSize + " columns");
        }
        float[] all = new float[inputs.rows() * scoreColumns];
        for (int first = 0; first < inputs.rows(); first += rowsAtOnce) {
            int count = Math.min(rowsAtOnce, inputs.rows() - first);
            float[] some =
                    module.run(
                            "scores",
                            module::floats,
                            floats(inputs, first, count),
                            parameters,
                            buffers);
            System.arraycopy(some, 0, all, first * scoreColumns, some.length);
        }
        return all;
    }

    private static Floats floats(Matrix inputs, int first, int count) {
        return new Floats(inputs.values(), first * inputs.columns(), count, inputs.columns());
    }

    @Override
    public int rowsAtOnce() {
        return rowsAtOnce;
    }

    @Override
    public int scoreColumns() {
        return scoreColumns;
    }

    @Override
    public synchronized Map<String, Weights> weights() {
        requireOpen();
        return CopiedWeights.of(program, parameters.floats());
    }

    @Override
    public synchronized List<NodeTensor> tensors() {
        requireOpen();
        List<NodeTensor> all = new ArrayList<>(tensors(program.parameters(), parameters.floats()));
        all.addAll(tensors(program.buffers(), buffers.floats()));
        return all;
    }

    private static List<NodeTensor> tensors(List<Parameter> places, float... values) {
        return places.stream()
                .map(place ->
                        new NodeTensor(
                                place.node(),
                                place.name(),
                                place.shape(),
                                Arrays.copyOfRange(
                                        values, place.offset(), place.offset() + place.size())))
                .toList();
    }

    @Override
    public synchronized void begin(List<NodeTensor> start) {
        requireOpen();
        float[] learnt = flat(program.parameters(), program.parameterCount(), start);
        buffers.set(flat(program.buffers(), program.bufferCount(), start));
        parameters.set(learnt);
    }

    private static float[] flat(List<Parameter> places, int count, List<NodeTensor> start) {
        float[] values = new float[count];
        for (Parameter place : places) {
            NodeTensor own =
                    start.stream()
                            .filter(tensor -> isOf(place, tensor))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            place.node() + " lacks its " + place.name()));
            System.arraycopy(own.values(), 0, values, place.offset(), place.size());
        }
        return values;
    }

    private static boolean isOf(Parameter place, NodeTensor tensor) {
        return tensor.node().equals(place.node())
                && tensor.name().equals(place.name())
                && tensor.shape().equals(place.shape());
    }

    @Override
    public synchronized Checkpoint checkpoint() {
        requireOpen();
        Snapshot.Settings settings =
                new Snapshot.Settings(
                        learningRate, regularization.l1(), regularization.l2(), weightDecay);
        return new Snapshot(
                        place(),
                        settings,
                        plateau,
                        parameters.floats(),
                        buffers.floats(),
                        state.floats())
                .write();
    }

    private Snapshot.Place place() {
        return new Snapshot.Place(
                batches.step(),
                batches.epoch(),
                batches.stepInEpoch(),
                batches.batch(),
                batches.nextBatch());
    }

    private void move(Snapshot.Place place) {
        batches.move(
                place.step(), place.epoch(), place.stepInEpoch(), place.batch(), place.nextBatch());
    }

    @Override
    public synchronized void restore(Checkpoint checkpoint) {
        move(takeAll(checkpoint).place());
    }

    @Override
    public synchronized void goOnFrom(Checkpoint checkpoint) {
        Snapshot.Place place = takeAll(checkpoint).place();
        batches.move(place.step(), place.epoch(), 0, batches.batch(), batches.nextBatch());
    }

    /** All but the place. */
    private Snapshot takeAll(Checkpoint checkpoint) {
        Snapshot snapshot = take(checkpoint);
        state.set(snapshot.state());
        plateau = snapshot.plateau();
        learningRate = snapshot.settings().learningRate();
        regularization = new Regularization(snapshot.settings().l1(), snapshot.settings().l2());
        weightDecay = snapshot.settings().weightDecay();
        return snapshot;
    }

    @Override
    public synchronized void adopt(Checkpoint checkpoint) {
        take(checkpoint);
    }

    private Snapshot take(Checkpoint checkpoint) {
        requireOpen();
        int count = program.parameterCount();
        Snapshot snapshot =
                Snapshot.read(
                        checkpoint,
                        count,
                        program.bufferCount(),
                        program.optimizerState().size(count));
        parameters.set(snapshot.parameters());
        buffers.set(snapshot.buffers());
        return snapshot;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this training is closed");
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            module.close();
            leases.forEach(DataShelf.Lease::close);
        }
    }
}
