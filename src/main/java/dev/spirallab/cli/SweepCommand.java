package dev.spirallab.cli;

import dev.spirallab.dataset.Library;
import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.engine.Engine;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.RunRegistry;
import dev.spirallab.run.RunSettings;
import dev.spirallab.run.Sweep;
import dev.spirallab.run.Sweep.Standing;
import dev.spirallab.run.Sweep.State;
import dev.spirallab.run.Sweep.Variant;
import dev.spirallab.run.SweepAdmission;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.json.Reading;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSetting;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.SweepResult;
import dev.spirallab.validation.Validator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains variants of an experiment at once and tells how each has done. */
@Command(name = "sweep", resourceBundle = "i18n.cli")
final class SweepCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    @Mixin private Document document;

    @Option(names = "--vary", paramLabel = "SETTING=V,V,..", required = true)
    private List<String> varied = List.of();

    @Mixin private Where where;

    @Option(names = "--data", paramLabel = "FILE", arity = "1..*")
    private List<Path> files = List.of();

    @Spec private CommandSpec spec;

    /** picocli fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    SweepCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        Report report = document.report(spec);
        return switch (document.read()) {
            case Reading.Unreadable(var problems) -> refuse(problems, report);
            case Reading.Read(var experiment) -> asked(experiment, report);
        };
    }

    private static int refuse(List<Problem> problems, Report report) {
        problems.forEach(report::problem);
        return Main.INVALID;
    }

    private int asked(Experiment experiment, Report report) throws InterruptedException {
        List<Axis> axes = new ArrayList<>();
        for (String words : varied) {
            Optional<Axis> axis = SweepSetting.read(words);
            if (axis.isEmpty()) {
                return refuse(List.of(SweepSetting.unreadable(words)), report);
            }
            axes.add(axis.get());
        }
        return switch (new Validator(Limits.standard()).validate(new SweepSpec(experiment, axes))) {
            case SweepResult.Unsound(var problems) -> refuse(problems, report);
            case SweepResult.Sound sound -> supplied(sound, report);
        };
    }

    private int supplied(SweepResult.Sound sound, Report report) throws InterruptedException {
        DatasetSpec dataset = sound.sweep().base().dataset();
        try {
            GivenFiles given = new GivenFiles(files, document.folder(), dataset.contents());
            return train(sound, new Library(given), report);
        } catch (UnreadableException e) {
            return refuse(List.of(e.problem()), report);
        }
    }

    private int train(SweepResult.Sound sound, Library library, Report report)
            throws InterruptedException {
        Engine engine = where.engine(spec);
        try (RunRegistry runs = new RunRegistry(engine, library, RunSettings.standard())) {
            return switch (runs.sweeps().begin(OwnerId.random(), sound, true)) {
                case SweepAdmission.Refused(Problem problem) -> refuse(List.of(problem), report);
                case SweepAdmission.Begun(Sweep sweep) -> {
                    report.begin(sound.sweep().base(), engine.device());
                    yield tell(sweep, ended(sweep), report);
                }
            };
        }
    }

    private static Standing ended(Sweep sweep) throws InterruptedException {
        while (sweep.standing().state() == State.RUNNING) {
            Thread.sleep(BETWEEN_LOOKS);
        }
        return sweep.standing();
    }

    private static int tell(Sweep sweep, Standing standing, Report report) {
        List<Variant> variants = standing.variants();
        for (int i = 0; i < variants.size(); i++) {
            if (!variants.get(i).points().isEmpty()) {
                report.variant(sweep.spec().settings(i), variants.get(i));
            }
        }
        standing.problem().ifPresent(report::problem);
        if (standing.state() != State.DONE) {
            return ExitCode.SOFTWARE;
        }
        return variants.stream().allMatch(Variant::diverged) ? Main.DIVERGED : ExitCode.OK;
    }
}
