package dev.spirallab.cli;

import dev.spirallab.dataset.Contents;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Examples;
import dev.spirallab.dataset.Library;
import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.engine.Engine;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.export.WeightsFile;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.json.Reading;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.ValidationResult;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains an experiment to its end. */
@Command(name = "train", resourceBundle = "i18n.cli")
final class TrainCommand implements Callable<Integer> {
    @Mixin private Document document;

    @Option(names = "--seed", paramLabel = "N")
    private @Nullable Long seed;

    @Mixin private Where where;

    @Option(names = "--data", paramLabel = "FILE", arity = "1..*")
    private List<Path> files = List.of();

    @Option(names = "--weights")
    private boolean weights;

    @Mixin private WeightFiles weightFiles;

    @Spec private CommandSpec spec;

    /** picocli fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    TrainCommand() {}

    @Override
    public Integer call() {
        weightFiles.check(spec);
        Report report = document.report(spec);
        return switch (document.read()) {
            case Reading.Unreadable(var problems) -> refuse(problems, report);
            case Reading.Read(var experiment) -> validated(seeded(experiment), report);
        };
    }

    private Experiment seeded(Experiment experiment) {
        return seed == null
                ? experiment
                : experiment.withTraining(experiment.training().withSeed(seed));
    }

    private int validated(Experiment experiment, Report report) {
        return switch (new Validator(Limits.standard()).validate(experiment)) {
            case ValidationResult.Invalid invalid -> refuse(invalid.problems(), report);
            case Valid valid -> supplied(valid, report);
        };
    }

    private static int refuse(List<Problem> problems, Report report) {
        problems.forEach(report::problem);
        return Main.INVALID;
    }

    private int supplied(Valid valid, Report report) {
        return switch (examples(valid)) {
            case Examples.Unreadable(Problem problem) -> refuse(List.of(problem), report);
            case Examples.Made(Dataset examples) ->
                    switch (weightFiles.read(valid)) {
                        case WeightsFile.Reading.Refused(var problems) -> refuse(problems, report);
                        case WeightsFile.Reading.Read(var start) ->
                                train(valid, examples, start, report);
                    };
        };
    }

    private Examples examples(Valid valid) {
        try {
            DatasetSpec dataset = valid.experiment().dataset();
            Contents contents = new GivenFiles(files, document.folder(), dataset.contents());
            return new Library(contents).examples(dataset);
        } catch (UnreadableException e) {
            return new Examples.Unreadable(e.problem());
        }
    }

    private int train(Valid valid, Dataset examples, List<NodeTensor> start, Report report) {
        Engine engine = where.engine(spec);
        report.begin(valid.experiment(), engine.device());
        Trainee trainee = new Trainee(engine, valid, examples, start, report);
        OptionalLong diverged = trainee.trainToTheEnd(weights);
        if (diverged.isPresent()) {
            return Main.DIVERGED;
        }
        return refused(weightFiles.write(valid, trainee.tensors()), report);
    }

    private static int refused(List<Problem> problems, Report report) {
        return problems.isEmpty() ? 0 : refuse(problems, report);
    }
}
