package dev.spirallab.ui;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Library;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.FeaturedDataset;
import dev.spirallab.spec.data.PlaneDataset;
import dev.spirallab.ui.components.DatasetThumb;
import dev.spirallab.ui.components.PlanePoints;
import dev.spirallab.ui.help.Action;
import dev.spirallab.ui.help.Area;
import dev.spirallab.ui.help.HelpMark;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.share.Control;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Chooses the examples: which, how many, how noisy, how many held out, and what the model sees. */
final class DataPanel extends Section {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int THUMB_POINTS = 130;
    private static final int MOST_CLASSES = 5;
    private static final Map<Feature, String> FEATURES = features();

    /** What stands below the noise. */
    private static final Set<Control> MORE =
            EnumSet.of(Control.POINTS, Control.HELDOUT, Control.CLASSES, Control.FEATURES);

    /** What an embedded page has of the data. */
    static final Set<Control> CONTROLS =
            EnumSet.of(
                    Control.DATA,
                    Control.NOISE,
                    Control.POINTS,
                    Control.HELDOUT,
                    Control.CLASSES,
                    Control.FEATURES);

    private final Texts texts;
    private final Map<String, DatasetSpec> choices;
    private final Consumer<DatasetSpec> chosen;
    private final Map<String, DatasetThumb> thumbs = new LinkedHashMap<>();
    private final Map<Feature, NativeButton> chips = new EnumMap<>(Feature.class);
    private final DataMenu menu;
    private final List<NativeButton> classButtons = new ArrayList<>();
    private final Span name = new Span();
    private final SliderRow noise;
    private final SliderRow samples;
    private final SliderRow share;
    private final Div classes = new Div();
    private final Div featureRow = new Div();
    private Set<Control> offered = CONTROLS;
    private final Component heading;
    private final Div gallery = new Div();
    private final Div others = new Div();
    private final Div settings = new Div();
    private final Div more = new Div();
    private final Button reseed = new Button(Icon.DICE.create());
    private final Button own = new Button(Icon.FILE.create());
    private final Paragraph described = new Paragraph();
    private final Paragraph missing = new Paragraph();
    private final HelpMark about;
    private final Map<String, HelpMark> marks = new LinkedHashMap<>();
    private Forms.Setter setter = (_, _) -> List.of();

    /**
     * @param choices the kinds of made-up data, each with its examples
     */
    DataPanel(
            Texts texts,
            Library library,
            Map<String, DatasetSpec> choices,
            Consumer<DatasetSpec> chosen) {
        this.texts = texts;
        this.choices = choices;
        this.chosen = chosen;
        addClassNames("lab-card", "lab-data");
        menu = new DataMenu(texts);
        about = new HelpMark(texts, texts.of("workbench.data"), List.of());
        noise = slider("noise", 0, 0.6, 0.01);
        samples = slider("samples", 100, 5000, 100);
        share = slider("testFraction", 0, 0.9, 0.05);
        furnishReseed();
        settings.addClassName("lab-data-settings");
        more.add(samples, share, classesRow(), featureChips());
        more.addClassName("lab-more");
        settings.add(noise, more);
        heading = heading();
        furnishGallery(library);
        own.addClassName("lab-own-open");
        own.setVisible(false);
        described.addClassName("lab-own-described");
        missing.addClassName("lab-problems");
        missing.getElement().setAttribute("role", "status");
        showMissing("");
        others.addClassName("lab-data-others");
        others.add(menu, own);
        add(heading, gallery, missing, others, described, settings);
    }

    private static Map<Feature, String> features() {
        Map<Feature, String> names = new EnumMap<>(Feature.class);
        names.put(Feature.x1, "x₁");
        names.put(Feature.x2, "x₂");
        names.put(Feature.x1Squared, "x₁²");
        names.put(Feature.x2Squared, "x₂²");
        names.put(Feature.x1x2, "x₁x₂");
        names.put(Feature.sinX1, "sin x₁");
        names.put(Feature.sinX2, "sin x₂");
        return names;
    }

    /** All made-up data have these settings, so any of them may describe them. */
    private SliderRow slider(String name, double min, double max, double step) {
        Setting setting = Setting.of("dataset.spiral", name);
        String label = texts.of("workbench.data." + name);
        SliderRow row =
                new SliderRow(texts, label, setting.amount(texts), mark(name), min, max, step);
        row.onChange(value ->
                value.map(number -> told(tell(name, Forms.node(setting, number)), label))
                        .orElse(""));
        return row;
    }

    /** Explains a setting; what it means may depend on the data set that is chosen. */
    private HelpMark mark(String name) {
        HelpMark mark =
                new HelpMark(texts, texts.of("workbench.data." + name), List.of("setting." + name));
        marks.put(name, mark);
        return mark;
    }

    private String told(List<Problem> problems, String label) {
        return problems.stream().map(problem -> texts.of(problem, label)).findFirst().orElse("");
    }

    private void furnishReseed() {
        reseed.addThemeVariants(ButtonVariant.TERTIARY);
        reseed.addClassName("lab-reseed");
        reseed.setAriaLabel(texts.of("workbench.data.reseed"));
        reseed.setTooltipText(texts.of("workbench.data.reseed"));
    }

    private Component heading() {
        name.addClassName("lab-data-name");
        about.getElement().setAttribute("aria-label", texts.of("help.about.data"));
        Div heading = new Div(new H2(texts.of("workbench.data")), name, about, reseed);
        heading.addClassName("lab-card-head");
        return heading;
    }

    private void furnishGallery(Library library) {
        gallery.addClassName("lab-gallery");
        choices.forEach((kind, spec) -> {
            drawn(library, spec)
                    .ifPresentOrElse(
                            examples -> addThumb(kind, examples),
                            () -> menu.add(kind, spec, () -> choose(kind)));
        });
    }

    /** A place is a row of numbers: no image is made only to find that it has none. */
    private static Optional<Dataset> drawn(Library library, DatasetSpec spec) {
        return spec.inputShape().size() == 1
                ? library.examples(spec).made().filter(examples -> examples.plane().isPresent())
                : Optional.empty();
    }

    private void addThumb(String kind, Dataset examples) {
        DatasetThumb thumb = new DatasetThumb(texts.of("dataset." + kind));
        draw(thumb, examples);
        thumb.addClickListener(_ -> choose(kind));
        thumbs.put(kind, thumb);
        gallery.add(thumb);
    }

    /** Lets people bring data. */
    void offerOwn(Runnable open) {
        own.setVisible(true);
        own.addClickListener(_ -> open.run());
    }

    /** What its buttons do, for the palette. */
    List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        choices.keySet().forEach(kind -> actions.add(choice(kind)));
        actions.add(
                Action.of(texts, Area.DATA, "ownData", own::click)
                        .when(() -> own.isVisible() && own.isEnabled()));
        actions.add(
                Action.of(texts, Area.DATA, "redraw", reseed::click)
                        .when(() -> reseed.isVisible() && reseed.isEnabled()));
        return actions;
    }

    private Action choice(String kind) {
        String key = "dataset." + kind;
        return Action.named(Area.DATA, "choose." + key, texts.of(key), () -> choose(kind))
                .found(texts.of(key + ".help"))
                .when(reseed::isEnabled);
    }

    private void choose(String kind) {
        chosen.accept(requireNonNull(choices.get(kind)));
    }

    private Component classesRow() {
        Div buttons = new Div();
        buttons.addClassName("lab-segments");
        buttons.getElement().setAttribute("role", "group");
        buttons.getElement().setAttribute("aria-label", texts.of("workbench.data.classes"));
        for (int count = 2; count <= MOST_CLASSES; count++) {
            NativeButton button = new NativeButton(Integer.toString(count));
            JsonNode value = JSON.numberNode(count);
            button.addClickListener(_ -> tell("classes", value));
            classButtons.add(button);
            buttons.add(button);
        }
        Span label = new Span(new Span(texts.of("workbench.data.classes")), mark("classes"));
        label.addClassName("lab-slider-name");
        classes.add(label, buttons);
        classes.addClassName("lab-slider");
        return classes;
    }

    private Component featureChips() {
        featureRow.addClassName("lab-chips");
        featureRow.getElement().setAttribute("role", "group");
        featureRow.getElement().setAttribute("aria-label", texts.of("workbench.data.features"));
        FEATURES.forEach((feature, label) -> {
            NativeButton chip = new NativeButton(label);
            chip.addClassName("lab-chip");
            chips.put(feature, chip);
            featureRow.add(chip);
        });
        return featureRow;
    }

    /** Takes a setting of the data set by its name and new value. */
    void onSetting(Forms.Setter taker) {
        setter = taker;
    }

    void onReseed(Runnable listener) {
        reseed.addClickListener(_ -> listener.run());
    }

    void onFeature(Consumer<Feature> listener) {
        chips.forEach((feature, chip) -> chip.addClickListener(_ -> listener.accept(feature)));
    }

    private List<Problem> tell(String setting, JsonNode value) {
        return setter.set(setting, value);
    }

    /**
     * @param document the data set as JSON, for the settings that only some kinds have
     * @param examples of it, if it is sound
     */
    void show(DatasetSpec dataset, JsonNode document, Optional<Dataset> examples) {
        String kind = document.path("kind").asString();
        name.setText(texts.of("dataset." + kind));
        explain(kind);
        thumbs.forEach((each, thumb) -> thumb.setSelected(each.equals(kind)));
        share.show(dataset.testFraction());
        boolean made = document.has("samples");
        noise.setVisible(made && offered.contains(Control.NOISE));
        samples.setVisible(made && offered.contains(Control.POINTS));
        featureRow.setVisible(document.has("features") && offered.contains(Control.FEATURES));
        classes.setVisible(offered.contains(Control.CLASSES) && document.has("classes"));
        described.setText(DataFacts.of(texts, dataset));
        described.setVisible(!(dataset instanceof PlaneDataset) && offered.contains(Control.DATA));
        reseed.setVisible(made);
        menu.show(kind);
        if (made) {
            noise.show(document.path("noise").asDouble());
            samples.show(document.path("samples").asDouble());
        }
        showPlane(dataset, document);
        Optional<DatasetThumb> thumb = Optional.ofNullable(thumbs.get(kind));
        thumb.ifPresent(shown -> examples.ifPresent(dots -> draw(shown, dots)));
    }

    /**
     * Says why there are no examples, and offers to bring the file.
     *
     * @param problem nothing where there are
     */
    void showMissing(String problem) {
        missing.setText(problem);
        missing.setVisible(!problem.isEmpty() && offered.contains(Control.DATA));
        own.setText(texts.of(problem.isEmpty() ? "workbench.data.own" : "workbench.data.bring"));
    }

    private void explain(String kind) {
        about.setTopics(List.of("dataset." + kind));
        marks.forEach((setting, mark) ->
                mark.setTopics(List.of("dataset." + kind + "." + setting, "setting." + setting)));
    }

    private static void draw(DatasetThumb thumb, Dataset examples) {
        PlanePoints.of(examples, THUMB_POINTS).ifPresent(thumb::setPoints);
    }

    private void showPlane(DatasetSpec dataset, JsonNode document) {
        for (int at = 0; at < classButtons.size(); at++) {
            press(classButtons.get(at), document.path("classes").asInt(0) == at + 2);
        }
        if (dataset instanceof FeaturedDataset plane) {
            chips.forEach((feature, chip) -> press(chip, plane.features().contains(feature)));
        }
    }

    private static void press(NativeButton button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    }

    /** Leaves what was chosen. */
    void showOnly(Set<Control> controls) {
        boolean data = controls.contains(Control.DATA);
        heading.setVisible(data);
        gallery.setVisible(data);
        others.setVisible(data);
        offered = Set.copyOf(controls);
        share.setVisible(controls.contains(Control.HELDOUT));
        more.setVisible(controls.stream().anyMatch(MORE::contains));
    }

    void setReadOnly(boolean readOnly) {
        List.of(noise, samples, share).forEach(slider -> slider.setReadOnly(readOnly));
        thumbs.values().forEach(thumb -> thumb.getElement().setEnabled(!readOnly));
        chips.values().forEach(chip -> chip.setEnabled(!readOnly));
        menu.setEnabled(!readOnly);
        classButtons.forEach(button -> button.setEnabled(!readOnly));
        reseed.setEnabled(!readOnly);
        own.setEnabled(!readOnly);
    }
}
