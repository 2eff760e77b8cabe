package dev.spirallab.cli;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.json.Reading;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.ValidationResult;
import dev.spirallab.validation.ValidationResult.Invalid;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells what is wrong with an experiment and how large it is, without training it. */
@Command(name = "validate", resourceBundle = "i18n.cli")
final class ValidateCommand implements Callable<Integer> {
    @Mixin private Document document;

    @Spec private CommandSpec spec;

    /** picocli fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    ValidateCommand() {}

    @Override
    public Integer call() {
        Report report = document.report(spec);
        return switch (document.read()) {
            case Reading.Unreadable(var problems) -> tell(problems, Main.INVALID, report);
            case Reading.Read(var experiment) ->
                    tell(new Validator(Limits.standard()).validate(experiment), report);
        };
    }

    private static int tell(ValidationResult result, Report report) {
        return switch (result) {
            case Invalid invalid -> tell(invalid.problems(), Main.INVALID, report);
            case Valid valid -> {
                report.sound(valid);
                yield tell(valid.problems(), 0, report);
            }
        };
    }

    private static int tell(List<Problem> problems, int code, Report report) {
        problems.forEach(report::problem);
        return code;
    }
}
