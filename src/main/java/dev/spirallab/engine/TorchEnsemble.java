package dev.spirallab.engine;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;
import ai.djl.pytorch.engine.PtNDArray;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.engine.TorchModule.Floats;
import dev.spirallab.engine.TorchModule.Indices;
import dev.spirallab.engine.TorchModule.Integers;
import dev.spirallab.engine.TorchModule.Tensor;
import dev.spirallab.engine.TorchModule.Whole;
import dev.spirallab.program.Program;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Several trainings in PyTorch by one program. Calls from two threads wait for each other. */
final class TorchEnsemble implements Ensemble {
    /** Numbers that the inputs of one call may have: 32 MiB. */
    private static final int NUMBERS_PER_CALL = 1 << 23;

    private final Map<Long, Batches> bySeed = new LinkedHashMap<>();
    private final List<Member> members;
    private final Program program;
    private final List<DataShelf.Lease> leases = new ArrayList<>();
    private final TorchModule module;
    private final Examples train;
    private final Examples test;
    private final Model model;
    private final Tensor weightDecays;
    private final Tensor l1;
    private final Tensor l2;
    private final List<Judge> judges;
    private final int rowsOfInputs;
    private final long bytes;
    private boolean closed;

    /** What is a variant's own, apart from what it learns. */
    private static final class Member {
        private final TrainingSpec spec;
        private final Program program;
        private final Batches batches;
        private final Rates rates;
        private Plateau plateau = Plateau.BEGINNING;

        /**
         * @param batches of all members that shuffle alike
         */
        private Member(Together.Member of, int examples, Batches batches) {
            spec = of.valid().experiment().training();
            program = of.program().orElseThrow();
            rates = Rates.of(spec, examples);
            this.batches = batches;
        }

        private float[] start() {
            return StartValues.parameters(program, spec.seed());
        }

        private double rate(long epoch, long step) {
            return rates.at(spec.optimizer().learningRate(), epoch, step, plateau.reductions());
        }

        private Snapshot.Settings settings() {
            return new Snapshot.Settings(
                    spec.optimizer().learningRate(),
                    spec.regularization().l1(),
                    spec.regularization().l2(),
                    spec.optimizer().weightDecay());
        }
    }

    /**
     * @param group of at least two
     * @param shelf where the data lies on the device, for all trainings that use it
     */
    TorchEnsemble(Together.Group group, Dataset dataset, Device device, DataShelf shelf) {
        int examples = dataset.train().rows();
        Valid first = group.variants().getFirst();
        members =
                group.members().stream()
                        .map(each -> new Member(each, examples, batches(each.valid(), examples)))
                        .toList();
        program = members.getFirst().program;
        module = new TorchModule(program, device);
        try {
            TargetRows targets = new TargetRows(first.head());
            model = begin();
            weightDecays = column(spec -> spec.optimizer().weightDecay());
            l1 = column(spec -> spec.regularization().l1());
            l2 = column(spec -> spec.regularization().l2());
            train = place(shelf.lease(dataset.train(), targets));
            test = place(shelf.lease(dataset.test(), targets));
        } catch (RuntimeException | Error failed) {
            module.close();
            leases.forEach(DataShelf.Lease::close);
            throw failed;
        }
        int inputSize = dataset.train().examples().columns();
        rowsOfInputs = NUMBERS_PER_CALL / Math.max(1, inputSize) / members.size();
        bytes = members.size() * first.budget().bytes();
        judges = judges(first, dataset, inputSize);
    }

    /** The same for those of one seed. */
    private Batches batches(Valid valid, int examples) {
        TrainingSpec spec = valid.experiment().training();
        return bySeed.computeIfAbsent(
                spec.seed(), seed -> new Batches(examples, spec.batchSize(), seed));
    }

    private Model begin() {
        int count = program.parameterCount();
        return new Model(
                module,
                rows(members.stream().map(Member::start).toList()),
                module.keep(new float[0], 0),
                rows(members.stream().map(_ -> program.optimizerState().start(count)).toList()),
                module.keep(StartValues.regularized(program), count));
    }

    private Examples place(DataShelf.Lease lease) {
        leases.add(lease);
        return new Examples(
                module.lend(lease.inputs()), module.lend(lease.targets()), lease.rows());
    }

    private List<Judge> judges(Valid valid, Dataset dataset, int inputSize) {
        int columns =
                new TargetRows(valid.head()).scoreColumns(valid.shapes().get(valid.output().id()));
        return IntStream.range(0, members.size())
                .mapToObj(i -> new Judge(model(i), valid, dataset.task(), inputSize, columns))
                .toList();
    }

    /** One of them: its row is a view, which sees what is learnt. */
    private Model model(int variant) {
        PtNDArray row = (PtNDArray) model.parameters().array().get(variant);
        return new Model(
                module, module.lend(row), model.buffers(), model.state(), model.regularized());
    }

    private Tensor rows(List<float[]> each) {
        int width = each.getFirst().length;
        float[] all = new float[each.size() * width];
        for (int i = 0; i < each.size(); i++) {
            System.arraycopy(each.get(i), 0, all, i * width, width);
        }
        return module.keep(all, each.size(), width);
    }

    private Tensor column(ToDoubleFunction<TrainingSpec> setting) {
        float[] values = new float[members.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) setting.applyAsDouble(members.get(i).spec);
        }
        return module.keep(values, values.length, 1);
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public synchronized Advance train(int maxSteps) {
        requireOpen();
        if (maxSteps < 1) {
            return new Advance(0);
        }
        long first = step();
        Map<Batches, Plan> plans = new HashMap<>();
        bySeed.values().forEach(each -> plans.put(each, each.next(maxSteps, rowsOfInputs)));
        float[] losses = losses(first, plans);
        int steps = losses.length / size();
        return new Advance(steps, last(size(), losses));
    }

    /**
     * Of each the last, or none that is finite where one before it was not: how steps are divided
     * into calls decides nothing.
     *
     * @param losses {@code [steps, size]}
     */
    static float[] last(int size, float... losses) {
        float[] last = Arrays.copyOfRange(losses, losses.length - size, losses.length);
        for (int i = 0; i < losses.length; i++) {
            if (!Float.isFinite(losses[i])) {
                last[i % size] = Float.NaN;
            }
        }
        return last;
    }

    private float[] losses(long first, Map<Batches, Plan> plans) {
        Plan plan = requireNonNull(plans.get(batches()));
        float[] shares = plan.shares();
        return module.run(
                "train",
                module::floats,
                train.inputs(),
                train.targets(),
                model.parameters(),
                model.buffers(),
                rowsOf(plans),
                new Floats(shares, 0, shares.length, 1),
                new Integers(plan.starts()),
                new Integers(plan.sizes()),
                new Whole(0),
                new Whole(first),
                model.state(),
                model.regularized(),
                new Floats(rates(first, plan), 0, plan.steps(), size(), 1),
                weightDecays,
                l1,
                l2);
    }

    /** Of each member, or, where all shuffle alike, one for all. */
    private Indices rowsOf(Map<Batches, Plan> plans) {
        List<Plan> each =
                plans.size() == 1
                        ? List.copyOf(plans.values())
                        : members.stream()
                                .map(member -> requireNonNull(plans.get(member.batches)))
                                .toList();
        int count = each.getFirst().rows().length;
        long[] all = new long[each.size() * count];
        for (int i = 0; i < each.size(); i++) {
            System.arraycopy(each.get(i).rows(), 0, all, i * count, count);
        }
        return new Indices(all, each.size(), count);
    }

    private float[] rates(long first, Plan plan) {
        float[] rates = new float[plan.steps() * size()];
        for (int i = 0; i < plan.steps(); i++) {
            for (int j = 0; j < size(); j++) {
                double rate = members.get(j).rate(plan.epochs()[i], first + i);
                rates[i * size() + j] = (float) rate;
            }
        }
        return rates;
    }

    private Batches batches() {
        return members.getFirst().batches;
    }

    @Override
    public synchronized long step() {
        return batches().step();
    }

    @Override
    public synchronized int epoch() {
        return batches().epoch();
    }

    @Override
    public synchronized int stepsPerEpoch() {
        return batches().stepsPerEpoch();
    }

    @Override
    public synchronized Evaluating evaluating(int variant) {
        requireOpen();
        Judge judge = judges.get(variant);
        Judge.Tally trained = judge.tally(train);
        Judge.Tally tested = judge.tally(test);
        return () -> advance(trained, tested);
    }

    private synchronized Optional<Evaluation> advance(Judge.Tally trained, Judge.Tally tested) {
        requireOpen();
        return Judge.advance(trained, tested);
    }

    @Override
    public synchronized void judged(int variant, Evaluation evaluation) {
        Member member = members.get(variant);
        if (member.rates.schedule() instanceof ScheduleSpec.ReduceOnPlateau rule) {
            double base = member.spec.optimizer().learningRate();
            member.plateau = member.plateau.after(evaluation, rule, base);
        }
    }

    @Override
    public synchronized float[] scores(int variant, Matrix inputs) {
        requireOpen();
        return judges.get(variant).scores(inputs);
    }

    @Override
    public int rowsAtOnce() {
        return judges.getFirst().rowsAtOnce();
    }

    @Override
    public synchronized List<NodeTensor> tensors(int variant) {
        requireOpen();
        return CopiedTensors.of(program, row(model.parameters(), variant), new float[0]);
    }

    @Override
    public synchronized Checkpoint checkpoint(int variant) {
        requireOpen();
        Member member = members.get(variant);
        return new Snapshot(
                        Snapshot.Place.of(member.batches),
                        member.settings(),
                        member.plateau,
                        row(model.parameters(), variant),
                        new float[0],
                        row(model.state(), variant))
                .write();
    }

    private float[] row(Tensor all, int variant) {
        float[] values = all.floats();
        int width = values.length / size();
        return Arrays.copyOfRange(values, variant * width, (variant + 1) * width);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this ensemble is closed");
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            module.close();
            leases.forEach(DataShelf.Lease::close);
            NativeHeap.closed(bytes);
        }
    }
}
