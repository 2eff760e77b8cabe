package dev.spirallab.run;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Look;
import dev.spirallab.frame.Moment;
import dev.spirallab.run.Sketch.Scene;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws boundaries and figures for those who watch: as often as the most demanding viewer of each
 * asks and the {@link Allowance} lets, once for all its viewers, and while the run goes on only
 * when the last was seen by somebody. Training waits while a boundary is being drawn, for it shows
 * one moment.
 */
final class Artist {
    private static final long SECOND = 1_000_000_000L;
    private static final Motif STILL = new Motif.Plane(View.STANDARD.grid());

    private final Board board;
    private final Trail trail;
    private final Optional<Drawing> drawing;
    private final Optional<UnitGallery> gallery;
    private final Assessor assessor;
    private final Inquirer inquirer;
    private final Specimens specimens;
    private final Dataset dataset;
    private final Allowance allowance = new Allowance();
    private final Map<Motif, Drawn> drawn = new HashMap<>();
    private @Nullable Matrix probed;
    private @Nullable Sketch sketch;
    private boolean stillWanted;
    private long begun;
    private long spent;

    /** What was drawn last of a motif, and when the next is due. */
    private record Drawn(Scene scene, Frame frame, long trail, long nextFrom) {}

    Artist(Board board, Trail trail, Dataset dataset) {
        this.board = board;
        this.trail = trail;
        this.dataset = dataset;
        this.drawing = dataset.plane().map(plane -> new Drawing(dataset, plane));
        this.gallery = dataset.plane().map(UnitGallery::new);
        this.assessor = Assessor.quick(dataset);
        this.inquirer = new Inquirer(dataset, assessor);
        this.specimens = new Specimens(dataset);
    }

    void showExamples(Moment at) {
        drawing.ifPresent(d -> board.show(d.points(at)));
    }

    /** The run spent time on other things than drawing, or rested though it was its turn. */
    void didOtherThings(long nanos) {
        allowance.didOtherThings(nanos);
    }

    /** Whether one standard boundary of the present scene is wanted at once, by no viewer. */
    void wantStill(boolean wanted) {
        stillWanted = wanted;
    }

    /** Whether there is no standard boundary of the scene, though there could be. */
    boolean lacksStill(Scene scene) {
        return drawing.isPresent() && isStale(STILL, scene);
    }

    private boolean mustDrawStill(Scene scene) {
        return stillWanted && lacksStill(scene);
    }

    /** It drew this already, before it was kept. */
    void hasDrawn(Frame.Boundary boundary, Scene scene) {
        drawn.put(new Motif.Plane(boundary.width()), drawn(scene, boundary, begun));
    }

    private Drawn drawn(Scene scene, Frame frame, long nextFrom) {
        return new Drawn(scene, frame, trail.version(), nextFrom);
    }

    /** A boundary of this very scene, the standard one if there are several. */
    Optional<Frame.Boundary> drawn(Scene scene) {
        return drawn.values().stream()
                .filter(each -> each.scene().showsSameAs(scene))
                .map(Drawn::frame)
                .filter(Frame.Boundary.class::isInstance)
                .map(Frame.Boundary.class::cast)
                .min(
                        Comparator.comparingInt(
                                frame -> Math.abs(frame.width() - View.STANDARD.grid())));
    }

    /** Whether something of this scene is being drawn. */
    boolean isDrawing(Scene scene) {
        return sketch != null && sketch.scene().showsSameAs(scene);
    }

    /**
     * When there is something to draw; {@link Long#MAX_VALUE} nanoseconds off if nobody wants
     * anything.
     */
    long nanosToNext(Scene scene, long now) {
        if (isDrawing(scene) || mustDrawStill(scene)) {
            return 0;
        }
        long affordable = scene.running() ? allowance.nanosToNext(now) : 0;
        return wanting(scene)
                .mapToLong(motif -> Math.max(affordable, dueIn(motif, now)))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Draws a piece of what is due, if anything is. */
    void draw(Scene scene, Sketch.Model model) {
        long now = System.nanoTime();
        if (!isDrawing(scene)) {
            sketch = nanosToNext(scene, now) > 0 ? null : begin(scene, now);
        }
        if (sketch != null) {
            sketch.advance(model);
            spent += System.nanoTime() - now;
            if (sketch.isDone()) {
                finish(sketch);
            }
        }
    }

    private @Nullable Sketch begin(Scene scene, long now) {
        begun = now;
        spent = 0;
        Optional<Motif> motif =
                mustDrawStill(scene)
                        ? Optional.of(STILL)
                        : wanting(scene).min(Comparator.comparingLong(each -> dueFrom(each, now)));
        return motif.flatMap(each ->
                        making(each, scene.at()).map(making -> new Sketch(each, scene, making)))
                .orElse(null);
    }

    private Optional<Sketch.Making> making(Motif motif, Moment at) {
        return switch (motif) {
            case Motif.Plane(int grid) ->
                    drawing.map(d ->
                            new Questions(
                                    Questions.Asked.of(d.grid(grid)),
                                    Sketch.Model::scores,
                                    answers -> d.boundary(grid, at, answers)));
            case Motif.Figures() ->
                    Optional.of(
                            new Questions(
                                    assessor,
                                    Sketch.Model::scores,
                                    answers -> new Frame.Assessed(at, assessor.assess(answers))));
            case Motif.Layers() ->
                    Optional.of(model ->
                            model.probe(probed(model)).map(report -> new Frame.Layers(at, report)));
            case Motif.Trail() -> Optional.of(_ -> Optional.of(trail(at)));
            case Motif.Past(long step, int grid) ->
                    drawing.flatMap(d -> trail.at(step).map(each -> making(d, grid, each)));
            case Motif.Inside(Look look) ->
                    Optional.of(model -> Optional.of(specimens.inside(look, at, model)));
            case Motif.Units() -> gallery.map(each -> each.making(at));
            case Motif.Asked(Inquiry inquiry) -> Optional.of(inquirer.making(inquiry, at));
        };
    }

    private Frame trail(Moment at) {
        return new Frame.Trail(
                at, trail.milestones().stream().map(each -> each.at().step()).toList());
    }

    private static Sketch.Making making(Drawing drawing, int grid, Milestone past) {
        return new Questions(
                Questions.Asked.of(drawing.grid(grid)),
                (model, inputs) -> model.scores(past.learnt(), inputs),
                answers -> new Frame.Past(drawing.boundary(grid, past.at(), answers)));
    }

    /** Rows of the training part, evenly taken. */
    private Matrix probed(Sketch.Model model) {
        Matrix present = probed;
        if (present == null) {
            int of = dataset.train().rows();
            int rows = Math.min(of, model.rowsToProbe());
            int[] chosen =
                    IntStream.range(0, rows).map(row -> (int) ((long) row * of / rows)).toArray();
            present = dataset.train().examples().floats(chosen);
            probed = present;
        }
        return present;
    }

    private void finish(Sketch done) {
        sketch = null;
        Frame frame = done.frame();
        board.show(done.motif(), frame);
        drawn.keySet().removeIf(board::isForgotten);
        drawn.put(done.motif(), drawn(done.scene(), frame, next(done.motif())));
        allowance.drew(spent, begun);
    }

    /** Keeps to the beat where it can, so that lateness does not add up. */
    private long next(Motif motif) {
        long interval = SECOND / wanted().getOrDefault(motif, 1);
        Drawn last = drawn.get(motif);
        return last == null ? begun + interval : Math.max(last.nextFrom + interval, begun);
    }

    private Map<Motif, Integer> wanted() {
        Map<Motif, Integer> wanted = board.wanted();
        wanted.keySet().removeIf(this::isForgotten);
        if (drawing.isEmpty()) {
            wanted.keySet().removeIf(Artist::needsPlane);
        }
        forgetAnswers(wanted.keySet());
        return wanted;
    }

    /** Those that nobody asks for any more: there is no end of what can be asked. */
    private void forgetAnswers(Set<Motif> wanted) {
        List<Motif> over =
                drawn.keySet().stream()
                        .filter(Motif.Asked.class::isInstance)
                        .filter(motif -> !wanted.contains(motif))
                        .toList();
        over.forEach(drawn::remove);
        over.forEach(board::forget);
    }

    private static boolean needsPlane(Motif motif) {
        return switch (motif) {
            case Motif.Plane _, Motif.Past _, Motif.Units _ -> true;
            case Motif.Figures _, Motif.Layers _, Motif.Trail _, Motif.Asked _, Motif.Inside _ ->
                    false;
        };
    }

    private boolean isForgotten(Motif motif) {
        return motif instanceof Motif.Past(long step, int _) && trail.at(step).isEmpty();
    }

    /** Of what something new is wanted, now or soon. */
    private Stream<Motif> wanting(Scene scene) {
        return wanted().keySet().stream()
                .filter(motif -> isStale(motif, scene))
                .filter(motif -> !scene.running() || board.isTaken(motif));
    }

    private long dueIn(Motif motif, long now) {
        return Math.max(0, dueFrom(motif, now));
    }

    /**
     * Below 0 by how late it is: what waits longest comes first, so that nothing waits for ever.
     */
    private long dueFrom(Motif motif, long now) {
        Drawn last = drawn.get(motif);
        return last == null ? -SECOND : last.nextFrom - now;
    }

    private boolean isStale(Motif motif, Scene scene) {
        Drawn last = drawn.get(motif);
        if (last == null) {
            return true;
        }
        return switch (motif) {
            case Motif.Past _ -> last.scene.at().attempt() != scene.at().attempt();
            case Motif.Trail _ -> last.trail != trail.version();
            case Motif.Plane _,
                    Motif.Figures _,
                    Motif.Layers _,
                    Motif.Units _,
                    Motif.Asked _,
                    Motif.Inside _ ->
                    !last.scene.showsSameAs(scene);
        };
    }
}
