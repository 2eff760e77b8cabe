package dev.spirallab.run;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Field;
import dev.spirallab.dataset.Form;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.Pixels;
import dev.spirallab.dataset.PlaneView;
import dev.spirallab.frame.Exhibit;
import dev.spirallab.spec.data.ImageDataset.Frame;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Shows examples of the test part, or of the training part where nothing is held out. */
final class Exhibition {
    /** Larger images are shown smaller. */
    private static final int MOST_SIDE = 64;

    private final Dataset dataset;
    private final boolean test;
    private final Part part;

    Exhibition(Dataset dataset) {
        this.dataset = dataset;
        this.test = dataset.test().rows() > 0;
        this.part = test ? dataset.test() : dataset.train();
    }

    Part part() {
        return part;
    }

    Exhibit.Kind kind() {
        return kind(MOST_SIDE);
    }

    /**
     * @param side in pixels, at most
     */
    Exhibit.Kind kind(int side) {
        Optional<Frame> frame = pixels().map(pixels -> reduced(pixels.frame(), side));
        return new Exhibit.Kind(
                test,
                columns(),
                dataset.plane().isPresent(),
                frame.map(Frame::channels).orElse(0),
                frame.map(Frame::height).orElse(0),
                frame.map(Frame::width).orElse(0));
    }

    private List<String> columns() {
        return dataset.form()
                .map(form -> form.fields().stream().map(Field::name).toList())
                .orElseGet(() -> dataset.plane().isPresent() ? List.of("x1", "x2") : List.of());
    }

    Exhibit of(int row) {
        return of(row, MOST_SIDE);
    }

    Exhibit of(int row, int side) {
        return new Exhibit(row, cells(row), pixels().map(pixels -> picture(pixels, row, side)));
    }

    private List<String> cells(int row) {
        return dataset.form()
                .map(form -> form.cells(part.examples(), test, row))
                .or(() -> dataset.plane().map(plane -> place(plane, row)))
                .orElse(List.of());
    }

    private List<String> place(PlaneView plane, int row) {
        Matrix points = test ? plane.testPoints() : plane.trainPoints();
        return IntStream.range(0, 2)
                .mapToObj(axis -> points.at(row, axis))
                .map(value -> Form.typed(value, Math.ulp(value) / 2))
                .toList();
    }

    private Optional<Pixels> pixels() {
        return part.examples() instanceof Pixels pixels ? Optional.of(pixels) : Optional.empty();
    }

    private static Frame reduced(Frame frame, int side) {
        int times = times(frame, side);
        return new Frame(frame.channels(), frame.height() / times, frame.width() / times);
    }

    private static int times(Frame frame, int side) {
        return Math.min(
                Math.ceilDiv(Math.max(frame.height(), frame.width()), side),
                Math.min(frame.height(), frame.width()));
    }

    private static String picture(Pixels pixels, int row, int side) {
        Frame frame = pixels.frame();
        Frame small = reduced(frame, side);
        int times = times(frame, side);
        byte[] shown = new byte[small.size()];
        int from = row * frame.size();
        int at = 0;
        for (int channel = 0; channel < small.channels(); channel++) {
            for (int y = 0; y < small.height(); y++) {
                for (int x = 0; x < small.width(); x++) {
                    int corner = (channel * frame.height() + y * times) * frame.width() + x * times;
                    shown[at++] = mean(pixels.values(), from + corner, frame.width(), times);
                }
            }
        }
        return Base64.getEncoder().encodeToString(shown);
    }

    private static byte mean(byte[] values, int corner, int width, int times) {
        int sum = 0;
        for (int y = 0; y < times; y++) {
            for (int x = 0; x < times; x++) {
                sum += values[corner + y * width + x] & 0xFF;
            }
        }
        return (byte) (sum / (times * times));
    }
}
