package dev.spirallab.engine;

import ai.djl.Device;
import ai.djl.pytorch.jni.IValue;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.engine.TorchModule.Floats;
import dev.spirallab.frame.Interior;
import dev.spirallab.frame.LayerReport;
import dev.spirallab.frame.Look;
import dev.spirallab.program.Parameter;
import dev.spirallab.program.Program;
import dev.spirallab.spec.training.OptimizerSpec.Lbfgs;
import dev.spirallab.spec.training.Regularization;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/** A training in PyTorch. Calls from two threads wait for each other. */
final class TorchTraining implements Training {
    private final Program program;
    private final Rates rates;
    private final Batches batches;
    private final List<DataShelf.Lease> leases = new ArrayList<>();
    private final TorchModule module;
    private final Model model;
    private final Examples train;
    private final Examples test;
    private final Descent descent;
    private final Judge judge;
    private final LayerProbe probe;
    private final Lens lens;
    private final int rowsToProbe;
    private final Walker walker;

    private double learningRate;
    private Regularization regularization;
    private double weightDecay;
    private Plateau plateau = Plateau.BEGINNING;
    private boolean closed;

    /**
     * @param shelf where the data lies on the device, for all trainings that use it
     * @param rowsPerCall the largest batch that is learnt from at once, where a step can be done in
     *     portions
     */
    TorchTraining(
            Valid valid,
            Dataset dataset,
            Program program,
            Device device,
            DataShelf shelf,
            int rowsPerCall) {
        this.program = program;
        TrainingSpec spec = valid.experiment().training();
        TargetRows targets = new TargetRows(valid.head());
        batches = new Batches(dataset.train().rows(), spec.batchSize(), spec.seed());
        rates = Rates.of(spec, dataset.train().rows());
        learningRate = spec.optimizer().learningRate();
        regularization = spec.regularization();
        weightDecay = spec.optimizer().weightDecay();
        module = new TorchModule(program, device);
        try {
            model = Model.begin(module, program, spec.seed());
            train = place(shelf.lease(dataset.train(), targets));
            test = place(shelf.lease(dataset.test(), targets));
        } catch (RuntimeException | Error failed) {
            module.close();
            leases.forEach(DataShelf.Lease::close);
            throw failed;
        }
        int inputSize = dataset.train().examples().columns();
        Optional<Lbfgs> searching =
                spec.optimizer() instanceof Lbfgs lbfgs ? Optional.of(lbfgs) : Optional.empty();
        descent =
                new Descent(
                        program,
                        model,
                        train,
                        batches,
                        rowsPerCall,
                        inputSize,
                        spec.seed(),
                        searching);
        int scoreColumns = targets.scoreColumns(valid.shapes().get(valid.output().id()));
        judge = new Judge(model, valid, dataset.task(), inputSize, scoreColumns);
        probe = new LayerProbe(valid, program);
        lens = new Lens(valid, program);
        rowsToProbe = LayerProbe.rows(valid, judge.rowsAtOnce());
        walker = new Walker(valid, TorchEngine.images(valid, dataset), device, model, train);
    }

    private Examples place(DataShelf.Lease lease) {
        leases.add(lease);
        return new Examples(
                module.lend(lease.inputs()), module.lend(lease.targets()), lease.rows());
    }

    @Override
    public synchronized Progress train(int maxSteps) {
        requireOpen();
        return descent.train(maxSteps, terms());
    }

    private Terms terms() {
        return new Terms(this::rate, regularization, weightDecay);
    }

    private double rate(long epoch, long step) {
        return rates.at(learningRate, epoch, step, plateau.reductions());
    }

    /** Of the next batch at once, in training mode; the training does not go on by it. */
    synchronized Gradient gradient() {
        requireOpen();
        return descent.gradient();
    }

    @Override
    public synchronized Optional<LayerReport> probe(Matrix inputs) {
        requireOpen();
        return descent.preview(terms()).map(next -> report(next, inputs));
    }

    private LayerReport report(Preview next, Matrix inputs) {
        float[] parameters = model.parameters().floats();
        return probe.report(learningRate(), next, inputs.rows(), parameters, outputs(inputs));
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

    @Override
    public synchronized float[] outputs(Matrix inputs, String node) {
        int place = probe.placeOf(node);
        return place < 0 ? new float[0] : outputs(inputs).get(place);
    }

    @Override
    public synchronized Interior interior(Look look, Matrix example) {
        requireOpen();
        return lens.interior(look, model.parameters().floats(), () -> outputs(example));
    }

    @Override
    public synchronized boolean edit(Edit edit) {
        requireOpen();
        Optional<Integer> place = lens.place(edit);
        place.ifPresent(at -> move(values -> values[at] = edit.value()));
        return place.isPresent();
    }

    @Override
    public synchronized Walk walk(OptionalInt row) {
        requireOpen();
        int chosen = Math.clamp(row.orElseGet(descent::firstRow), 0, train.rows() - 1);
        Walker.Moment now = new Walker.Moment(batches.step(), learningRate(), terms());
        return walker.walk(chosen, now, each -> descent.ahead(each, now.terms()));
    }

    @Override
    public synchronized void rest() {
        descent.forget();
    }

    /** Whether something of a step is known, which is not taken yet. */
    synchronized boolean isMidStep() {
        return descent.isUnderWay();
    }

    /** Changes the parameters by hand. */
    synchronized void move(Consumer<float[]> change) {
        float[] values = model.parameters().floats();
        change.accept(values);
        model.parameters().set(values);
        descent.forget();
    }

    /** The running statistics, as flat as they lie. */
    synchronized float[] statistics() {
        return model.buffers().floats();
    }

    /** What the optimiser keeps, as flat as it lies. */
    synchronized float[] optimizerState() {
        return model.state().floats();
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
                "activations",
                result,
                new Floats(inputs.values(), 0, inputs.rows(), inputs.columns()),
                model.parameters(),
                model.buffers());
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
        tuning.batchSize().ifPresent(this::batchSize);
        learningRate = tuning.learningRate().orElse(learningRate);
        regularization = tuning.regularization().orElse(regularization);
        weightDecay = tuning.weightDecay().orElse(weightDecay);
    }

    private void batchSize(int changed) {
        batches.batchSize(changed);
        descent.forget();
    }

    @Override
    public synchronized Evaluating evaluating() {
        requireOpen();
        Judge.Tally trained = judge.tally(train);
        Judge.Tally tested = judge.tally(test);
        return () -> advance(trained, tested);
    }

    private synchronized Optional<Evaluation> advance(Judge.Tally trained, Judge.Tally tested) {
        requireOpen();
        return Judge.advance(trained, tested);
    }

    @Override
    public synchronized float[] scores(Matrix inputs) {
        requireOpen();
        return judge.scores(inputs);
    }

    @Override
    public int rowsAtOnce() {
        return judge.rowsAtOnce();
    }

    @Override
    public int scoreColumns() {
        return judge.scoreColumns();
    }

    @Override
    public synchronized Map<String, Weights> weights() {
        requireOpen();
        return CopiedWeights.of(program, model.parameters().floats());
    }

    @Override
    public long learntBytes() {
        return (long) Float.BYTES * (program.parameterCount() + program.bufferCount());
    }

    @Override
    public synchronized Learnt learnt() {
        requireOpen();
        return new Learnt(model.parameters().floats(), model.buffers().floats());
    }

    @Override
    public List<NodeTensor> tensors(Learnt other) {
        return CopiedTensors.of(program, other.parameters(), other.statistics());
    }

    @Override
    public synchronized float[] scores(Learnt other, Matrix inputs) {
        requireOpen();
        return judge.with(other).scores(inputs);
    }

    @Override
    public synchronized double loss(Learnt other, int rows) {
        requireOpen();
        return judge.with(other).loss(train, rows);
    }

    @Override
    public synchronized void begin(List<NodeTensor> start) {
        requireOpen();
        float[] learnt = flat(program.parameters(), program.parameterCount(), start);
        model.buffers().set(flat(program.buffers(), program.bufferCount(), start));
        model.parameters().set(learnt);
        descent.forget();
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
                        Snapshot.Place.of(batches),
                        settings,
                        plateau,
                        model.parameters().floats(),
                        model.buffers().floats(),
                        model.state().floats())
                .write();
    }

    @Override
    public synchronized void restore(Checkpoint checkpoint) {
        takeAll(checkpoint).place().restore(batches);
    }

    @Override
    public synchronized void goOnFrom(Checkpoint checkpoint) {
        Snapshot.Place place = takeAll(checkpoint).place();
        batches.move(place.step(), place.epoch(), 0, batches.batch(), batches.nextBatch());
    }

    /** All but the place. */
    private Snapshot takeAll(Checkpoint checkpoint) {
        Snapshot snapshot = take(checkpoint);
        model.state().set(snapshot.state());
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
        model.parameters().set(snapshot.parameters());
        model.buffers().set(snapshot.buffers());
        descent.forget();
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
            descent.forget();
            module.close();
            leases.forEach(DataShelf.Lease::close);
        }
    }
}
