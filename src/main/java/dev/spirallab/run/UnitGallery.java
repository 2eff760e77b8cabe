package dev.spirallab.run;

import dev.spirallab.dataset.Matrix;
import dev.spirallab.dataset.PlaneView;
import dev.spirallab.engine.Bank;
import dev.spirallab.engine.Unit;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.UnitPictures;
import dev.spirallab.frame.UnitPictures.Picture;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws single units over the plane: all of a small layer's, some of a large one's. */
final class UnitGallery {
    /** So many units of a node are drawn at most, evenly taken. */
    static final int MOST = 16;

    private static final int FINE = 32;
    private static final int COARSE = 20;

    /** With more pictures than these each is coarse, so that a message stays small. */
    private static final int FINE_PICTURES = 64;

    /** And with more than these nothing more is drawn. */
    private static final int PICTURES = 320;

    private final PlaneView plane;

    UnitGallery(PlaneView plane) {
        this.plane = plane;
    }

    /** The picture of what goes on at this moment. */
    Sketch.Making making(Moment at) {
        return new Sketch.Making() {
            private Sketch.@Nullable Making begun;

            @Override
            public Optional<Frame> advance(Sketch.Model model) {
                if (begun == null) {
                    begun = questions(at, model.banks());
                }
                return begun.advance(model);
            }
        };
    }

    private Sketch.Making questions(Moment at, List<Bank> banks) {
        List<Unit> units = banks.stream().flatMap(UnitGallery::chosen).limit(PICTURES).toList();
        int grid = units.size() > FINE_PICTURES ? COARSE : FINE;
        Matrix cells = plane.grid(grid);
        return new Questions(
                Questions.Asked.of(cells),
                (model, inputs) -> model.outputs(inputs, units),
                answers -> new Frame.Units(at, pictures(grid, banks, units, answers)));
    }

    private static Stream<Unit> chosen(Bank bank) {
        int shown = Math.min(MOST, bank.units());
        return IntStream.range(0, shown)
                .mapToObj(i -> new Unit(bank.node(), (int) ((long) i * bank.units() / shown)));
    }

    private static UnitPictures pictures(
            int grid, List<Bank> banks, List<Unit> units, float... answers) {
        return new UnitPictures(
                grid,
                banks.stream()
                        .map(bank ->
                                new UnitPictures.Bank(
                                        bank.node(),
                                        bank.units(),
                                        IntStream.range(0, units.size())
                                                .filter(i ->
                                                        units.get(i).node().equals(bank.node()))
                                                .mapToObj(i ->
                                                        picture(
                                                                units.get(i).index(),
                                                                i,
                                                                units.size(),
                                                                answers))
                                                .toList()))
                        .filter(bank -> !bank.pictures().isEmpty())
                        .toList());
    }

    private static Picture picture(int unit, int column, int columns, float... answers) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = column; i < answers.length; i += columns) {
            if (Float.isFinite(answers[i])) {
                least = Math.min(least, answers[i]);
                greatest = Math.max(greatest, answers[i]);
            }
        }
        if (least > greatest) {
            least = 0;
            greatest = 0;
        }
        byte[] values = new byte[answers.length / columns];
        float factor = greatest > least ? 255 / (greatest - least) : 0;
        for (int cell = 0; cell < values.length; cell++) {
            float place = (answers[cell * columns + column] - least) * factor;
            values[cell] = (byte) Math.round(Math.clamp(Float.isNaN(place) ? 0 : place, 0f, 255f));
        }
        return new Picture(unit, least, greatest, values);
    }
}
