package dev.spirallab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.data.ImageDataset.Frame;
import dev.spirallab.spec.data.ImageFolders;
import dev.spirallab.spec.data.PrintedDigits;
import dev.spirallab.ui.kit.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What images there are, and what is to be done to them. */
final class ImageForm extends Div {
    private final Texts texts;
    private final ImageDraft draft;
    private final Runnable changed;
    private final Forms forms;
    private final Paragraph becomes = new Paragraph();
    private final List<Forms.Field> fields = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param found the images as their files have them
     * @param changed hears of each change of the draft
     */
    ImageForm(Texts texts, ImageDraft draft, Dataset found, Runnable changed) {
        this.texts = texts;
        this.draft = draft;
        this.changed = changed;
        forms =
                new Forms(
                        texts,
                        (path, value) -> {
                            var problems = draft.set(path.substring("dataset.".length()), value);
                            showSettings();
                            changed.run();
                            return problems;
                        });
        addClassName("lab-own-table");
        becomes.getElement().setAttribute("role", "status");
        add(facts(), new ImageClasses(texts, draft.images(), found));
        add(new H3(texts.of("own.preparing")), settings(), becomes);
        add(new H3(texts.of("setting.transforms")));
        add(steps(ImageDraft.TRANSFORMS, "imageTransform"));
        add(new H3(texts.of("setting.augmentation")));
        add(steps(ImageDraft.AUGMENTATION, "augmentation"));
        showSettings();
    }

    private Component facts() {
        ImageDataset images = draft.images();
        Paragraph facts =
                new Paragraph(
                        texts.of(
                                "own.images.facts",
                                Map.of(
                                        "file", images.contents().getFirst().name(),
                                        "count", String.valueOf(images.size()),
                                        "shape", shape(images.frame()))));
        facts.getElement().setAttribute("role", "status");
        return facts;
    }

    private static String shape(Frame frame) {
        return frame.channels() + " × " + frame.height() + " × " + frame.width();
    }

    private Component settings() {
        Div body = fields();
        for (String name : draft.settings()) {
            Forms.Field field = forms.field(Setting.of("dataset." + draft.kind(), name), "dataset");
            fields.add(field);
            body.add(field.component());
        }
        return body;
    }

    private Component steps(String list, String family) {
        Div body = fields();
        for (Choice kind : Setting.kinds(texts, family)) {
            Step step = new Step(list, family, kind);
            steps.add(step);
            body.add(step.box);
        }
        return body;
    }

    private static Div fields() {
        Div body = new Div();
        body.addClassName("lab-fields");
        return body;
    }

    private void showSettings() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("dataset", draft.shown());
        fields.forEach(field -> field.show(document));
        steps.forEach(step -> step.show(document));
        becomes.setText(texts.of("own.images.shown", "shape", shape(draft.images().shown())));
    }

    /** A check mark for one kind of a list, and below it the settings of that kind. */
    private final class Step {
        private final Div box = new Div();
        private final Div below = fields();
        private final Checkbox check;
        private final String path;
        private final List<Forms.Field> own;

        Step(String list, String family, Choice kind) {
            path = "dataset." + list + "." + kind.value();
            check = new Checkbox(kind.label());
            check.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    draft.put(list, family, kind.value(), event.getValue());
                    showSettings();
                    changed.run();
                }
            });
            own =
                    Setting.all(family + "." + kind.value()).stream()
                            .map(setting -> forms.field(setting, path))
                            .toList();
            own.forEach(field -> below.add(field.component()));
            box.addClassName("lab-kinds");
            box.add(check, below);
        }

        void show(JsonNode document) {
            boolean present = JsonPath.at(document, path).isObject();
            check.setValue(present);
            below.setVisible(present && !own.isEmpty());
            own.forEach(field -> field.show(document));
        }
    }

    /** What a class of images is called. */
    static String className(ImageDataset images, int label) {
        return switch (images) {
            case ImageFolders folders when label < folders.folders().size() -> {
                String path = folders.folders().get(label);
                yield path.substring(path.lastIndexOf('/') + 1);
            }
            case ImageFolders _, Idx _, PrintedDigits _ -> String.valueOf(label);
        };
    }
}
