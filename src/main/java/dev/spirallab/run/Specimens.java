package dev.spirallab.run;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.Targets;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Interior;
import dev.spirallab.frame.Look;
import dev.spirallab.frame.Moment;

/**
 * Examples that layers are shown at work on: those held out, or of the training part if none is.
 */
final class Specimens {
    private final boolean test;
    private final Part part;

    Specimens(Dataset dataset) {
        test = dataset.test().rows() > 0;
        part = test ? dataset.test() : dataset.train();
    }

    Frame inside(Look look, Moment at, Sketch.Model model) {
        int number = look.example() % part.rows();
        Matrix example = part.examples().floats(number);
        Interior interior = model.interior(look, example);
        boolean shown = !interior.maps().pictures().isEmpty();
        return new Frame.Inside(
                at, shown ? example(number, example, model) : Interior.Example.NONE, interior);
    }

    private Interior.Example example(int number, Matrix example, Sketch.Model model) {
        return switch (part.targets()) {
            case Targets.Labels(int[] labels, int classes) ->
                    new Interior.Example(
                            number,
                            part.rows(),
                            test,
                            labels[number],
                            Assessor.likeliest(Assessor.scores(model.scores(example), classes), 0));
            case Targets.Values _ -> new Interior.Example(number, part.rows(), test, -1, -1);
        };
    }
}
