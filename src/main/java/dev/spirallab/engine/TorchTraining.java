package dev.spirallab.engine;

import ai.djl.Device;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.frame.Interior;
import dev.spirallab.frame.LayerReport;
import dev.spirallab.frame.Look;
import dev.spirallab.program.Program;
import dev.spirallab.spec.training.OptimizerSpec.Lbfgs;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A training in PyTorch. Calls from two threads wait for each other. */
final class TorchTraining implements Training {
    private final Program program;
    private final Steering steering;
    private final Batches batches;
    private final List<DataShelf.Lease> leases = new ArrayList<>();
    private final TorchModule module;
    private final Model model;
    private final Examples train;
    private final Examples test;
    private final Descent descent;
    private final Judge judge;
    private final Insight insight;
    private final long bytes;
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
        this.bytes = valid.budget().bytes();
        TrainingSpec spec = valid.experiment().training();
        TargetRows targets = new TargetRows(valid.head());
        batches = new Batches(dataset.train().rows(), spec.batchSize(), spec.seed());
        steering = new Steering(spec, batches);
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
        Walker walker = new Walker(valid, TorchEngine.images(valid, dataset), device, model, train);
        int rowsToProbe = LayerProbe.rows(valid, judge.rowsAtOnce());
        insight = new Insight(valid, program, model, descent, walker, rowsToProbe);
    }

    private Examples place(DataShelf.Lease lease) {
        leases.add(lease);
        return new Examples(
                module.lend(lease.inputs()), module.lend(lease.targets()), lease.rows());
    }

    @Override
    public synchronized Progress train(int maxSteps) {
        requireOpen();
        return descent.train(maxSteps, steering.terms());
    }

    /** Of the next batch at once, in training mode; the training does not go on by it. */
    synchronized Gradient gradient() {
        requireOpen();
        return descent.gradient();
    }

    @Override
    public synchronized Optional<LayerReport> probe(Matrix inputs) {
        requireOpen();
        return insight.probe(inputs, learningRate(), steering.terms());
    }

    @Override
    public int rowsToProbe() {
        return insight.rowsToProbe();
    }

    @Override
    public List<Bank> banks() {
        return insight.banks();
    }

    @Override
    public synchronized float[] outputs(Matrix inputs, List<Unit> units) {
        requireOpen();
        return insight.outputs(inputs, units);
    }

    @Override
    public synchronized float[] outputs(Matrix inputs, String node) {
        requireOpen();
        return insight.outputs(inputs, node);
    }

    @Override
    public synchronized Interior interior(Look look, Matrix example) {
        requireOpen();
        return insight.interior(look, example);
    }

    @Override
    public synchronized boolean edit(Edit edit) {
        requireOpen();
        Optional<Integer> place = insight.place(edit);
        place.ifPresent(at -> move(values -> values[at] = edit.value()));
        return place.isPresent();
    }

    @Override
    public synchronized Walk walk(OptionalInt row) {
        requireOpen();
        int chosen = Math.clamp(row.orElseGet(descent::firstRow), 0, train.rows() - 1);
        return insight.walk(
                chosen, new Walker.Moment(batches.step(), learningRate(), steering.terms()));
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
        requireOpen();
        return insight.shapes(inputs);
    }

    /** The outputs of all nodes for some rows, in the order of the graph. */
    synchronized List<float[]> outputs(Matrix inputs) {
        requireOpen();
        return insight.outputs(inputs);
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
        return steering.rate();
    }

    @Override
    public synchronized void judged(Evaluation evaluation) {
        steering.judged(evaluation);
    }

    @Override
    public synchronized Tuning tuning() {
        return steering.tuning();
    }

    @Override
    public synchronized void tune(Tuning tuning) {
        requireOpen();
        tuning.batchSize().ifPresent(this::batchSize);
        steering.tune(tuning);
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
        float[] learnt = CopiedTensors.flat(program.parameters(), program.parameterCount(), start);
        model.buffers().set(CopiedTensors.flat(program.buffers(), program.bufferCount(), start));
        model.parameters().set(learnt);
        descent.forget();
    }

    @Override
    public synchronized Checkpoint checkpoint() {
        requireOpen();
        return new Snapshot(
                        Snapshot.Place.of(batches),
                        steering.settings(),
                        steering.plateau(),
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
        steering.take(snapshot);
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
            NativeHeap.closed(bytes);
        }
    }
}
