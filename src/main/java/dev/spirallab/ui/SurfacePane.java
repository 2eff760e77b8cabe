package dev.spirallab.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.spirallab.frame.Landscape;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Run;
import dev.spirallab.run.Survey;
import dev.spirallab.ui.components.SurfaceView;
import dev.spirallab.ui.components.SurfaceView.Kind;
import dev.spirallab.ui.drawer.Pane;
import dev.spirallab.ui.help.Action;
import dev.spirallab.ui.help.HelpMark;
import dev.spirallab.ui.kit.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The loss around the run's weights, and what its model answers over the plane, in space. */
final class SurfacePane extends Pane {
    private static final Duration BEAT = Duration.ofMillis(300);
    private static final int USUAL_SIDE = 31;

    private final Visit visit;
    private final Texts texts;
    private final BooleanSupplier mayAsk;
    private final Select<Kind> kind = new Select<>();
    private final Select<Boolean> directions = new Select<>();
    private final Select<Integer> side = new Select<>();
    private final Div directionsAsked;
    private final Div sideAsked;
    private final Button compute;
    private final Button stop;
    private final Paragraph words = new Paragraph();
    private final SurfaceView view = new SurfaceView();
    private final Pause beat;
    private Optional<Run> run = Optional.empty();
    private boolean open;
    private @Nullable Survey survey;

    /**
     * @param mayAsk whether the reader may have the run work for him
     */
    SurfacePane(Visit visit, BooleanSupplier mayAsk) {
        super("surface");
        this.visit = visit;
        this.texts = visit.texts();
        this.mayAsk = mayAsk;
        beat = new Pause(visit.ui(), BEAT);
        compute = new Button(texts.of("surface.compute"), _ -> compute());
        compute.addThemeVariants(ButtonVariant.PRIMARY);
        stop = new Button(texts.of("surface.stop"), _ -> giveUp());
        words.getElement().setAttribute("role", "status");
        furnish();
        directionsAsked =
                HelpMark.beside(texts, directions, "surface.directions", "topic.directions");
        sideAsked = HelpMark.beside(texts, side, "surface.side", "topic.places");
        Div row = new Div(kind, directionsAsked, sideAsked, compute, stop, words);
        row.addClassName("lab-sweep-row");
        add(row, view);
        arrange();
    }

    private void furnish() {
        kind.setLabel(texts.of("surface.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(each -> texts.of("surface.kind." + each.name()));
        kind.setValue(Kind.LOSS);
        kind.addValueChangeListener(_ -> arrange());
        directions.setLabel(texts.of("surface.directions"));
        directions.setItems(false, true);
        directions.setItemLabelGenerator(
                ofPath -> texts.of(ofPath ? "surface.ofPath" : "surface.random"));
        directions.setValue(false);
        side.setLabel(texts.of("surface.side"));
        side.setItems(21, USUAL_SIDE, 41);
        side.setItemLabelGenerator(each -> each + " × " + each);
        side.setValue(USUAL_SIDE);
    }

    private void arrange() {
        boolean loss = kind.getValue() == Kind.LOSS;
        boolean busy = survey != null;
        directionsAsked.setVisible(loss);
        sideAsked.setVisible(loss);
        words.setVisible(loss);
        compute.setVisible(loss && !busy);
        compute.setEnabled(run.isPresent() && mayAsk.getAsBoolean());
        compute.setText(
                texts.of(view.getLandscape() == null ? "surface.compute" : "surface.again"));
        stop.setVisible(loss && busy);
        view.setKind(kind.getValue());
        view.setRunId(loss || !open ? null : run.map(each -> each.id().value()).orElse(null));
    }

    @Override
    protected void show(Optional<Run> shown) {
        if (!run.equals(shown)) {
            giveUp();
            view.setLandscape(null);
        }
        run = shown;
        open = true;
        words.setText(mayAsk.getAsBoolean() ? words.getText() : texts.of("surface.others"));
        arrange();
    }

    @Override
    protected void hide() {
        open = false;
        giveUp();
        arrange();
    }

    @Override
    protected List<Action> actions() {
        return Stream.of(Kind.values()).flatMap(each -> saving(each).stream()).toList();
    }

    private List<Action> saving(Kind of) {
        String chart = of == Kind.LOSS ? "relief.lossName" : "relief.scoresName";
        return ChartFiles.actions(
                texts, chart, () -> isAttached() && kind.getValue() == of, view::save);
    }

    // computing

    private void compute() {
        run.filter(_ -> mayAsk.getAsBoolean()).ifPresent(this::compute);
    }

    private void compute(Run asked) {
        giveUp();
        Survey begun =
                asked.survey(
                        new Survey.Wish(directions.getValue(), side.getValue(), Panels.chance()));
        survey = begun;
        look();
        arrange();
        var _ = begun.result().whenComplete((found, lost) -> visit.later(() -> end(begun, found)));
    }

    /** Says how far it is, as long as it is looked at. */
    private void look() {
        Survey now = survey;
        if (now != null) {
            words.setText(
                    texts.of("surface.done", "percent", Math.round(Math.floor(100 * now.done()))));
            beat.then(this::look);
        }
    }

    /**
     * @param found nothing where it was given up
     */
    private void end(Survey ended, @Nullable Landscape found) {
        if (ended.equals(survey)) {
            survey = null;
            words.setText(found == null ? texts.of("surface.lost") : told(found));
            if (found != null) {
                view.setLandscape(found);
            }
            arrange();
        }
    }

    private String told(Landscape found) {
        return directions.getValue() && !found.ofPath() ? texts.of("surface.short") : "";
    }

    private void giveUp() {
        Survey left = survey;
        survey = null;
        if (left != null) {
            left.cancel();
            words.setText("");
            arrange();
        }
    }
}
