package dev.spirallab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Problem;
import dev.spirallab.ui.help.HelpMark;
import dev.spirallab.ui.kit.Choice;
import dev.spirallab.ui.kit.NumberBox;
import dev.spirallab.ui.kit.NumbersBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Forms made from the catalogue: a setting that is added to a record appears by itself. */
final class Forms {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String NONE = "";

    private final Texts texts;
    private final Setter setter;

    /** Takes a setting's new value to the experiment. */
    interface Setter {
        /**
         * @return what is wrong with the value
         */
        List<Problem> set(String path, JsonNode value);
    }

    /** A field that shows its setting of the document. */
    interface Field {
        Component component();

        void show(JsonNode document);

        void focus();
    }

    Forms(Texts texts, Setter setter) {
        this.texts = texts;
        this.setter = setter;
    }

    /** A field for a setting of the record that stands at {@code path}. */
    Field field(Setting setting, String path) {
        String at = path + "." + setting.name();
        return switch (setting.type()) {
            case "integer", "number" -> new Numeric(setting, at);
            case "boolean" -> new Switch(setting, at);
            case "choice" -> new Choose(setting, at);
            case "numbers" -> new Several(setting, at);
            case "family" -> new Kinds(setting, at);
            default -> new Group(setting, at);
        };
    }

    /** The fields of a record or kind; what hardly anybody changes is folded away. */
    private List<Field> fields(String owner, String path, Div below) {
        List<Setting> settings = Setting.all(owner);
        List<Field> fields = settings.stream().map(each -> field(each, path)).toList();
        Div folded = new Div();
        folded.addClassName("lab-fields");
        below.removeAll();
        for (int i = 0; i < fields.size(); i++) {
            (settings.get(i).advanced() ? folded : below).add(fields.get(i).component());
        }
        if (folded.getComponentCount() > 0) {
            below.add(new Details(texts.of("workbench.settings.more"), folded));
        }
        return fields;
    }

    private String told(List<Problem> problems, String name) {
        return problems.stream().map(problem -> texts.of(problem, name)).findFirst().orElse("");
    }

    /** Values that the settings must have when nobody has chosen any. */
    private static ObjectNode required(String owner) {
        ObjectNode values = JSON.objectNode();
        Setting.all(owner).stream()
                .filter(Setting::required)
                .forEach(each -> values.put(each.name(), Math.max(0, each.min())));
        return values;
    }

    /** A number as the document wants it. */
    static JsonNode node(Setting setting, double number) {
        return setting.whole() && number == Math.rint(number)
                ? JSON.numberNode((long) number)
                : JSON.numberNode(number);
    }

    private final class Numeric implements Field {
        private final NumberBox box;
        private final Component asked;
        private final Setting setting;
        private final String path;

        Numeric(Setting setting, String path) {
            this.setting = setting;
            this.path = path;
            box = new NumberBox(texts, setting.label(texts), setting.amount(texts));
            box.setPlaceholder(setting.optional() ? texts.of("workbench.settings.unset") : "");
            box.onNumber(value ->
                    set(value.map(number -> node(setting, number)).orElseGet(JSON::nullNode)));
            asked = setting.mark(texts).beside(box);
        }

        private String set(JsonNode value) {
            return told(setter.set(path, value), setting.label(texts));
        }

        @Override
        public Component component() {
            return asked;
        }

        @Override
        public void show(JsonNode document) {
            JsonNode value = JsonPath.at(document, path);
            box.show(value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty());
        }

        @Override
        public void focus() {
            box.focus();
        }
    }

    private final class Several implements Field {
        private final NumbersBox box;
        private final Component asked;
        private final String path;

        Several(Setting setting, String path) {
            this.path = path;
            box = new NumbersBox(setting.label(texts), texts.of("workbench.settings.numbers"));
            box.setPlaceholder(setting.optional() ? texts.of("workbench.settings.unset") : "");
            box.onNumbers(numbers ->
                    told(setter.set(path, value(setting, numbers)), setting.label(texts)));
            asked = setting.mark(texts).beside(box);
        }

        private static JsonNode value(Setting setting, List<Double> numbers) {
            ArrayNode values = JSON.arrayNode();
            numbers.forEach(number -> values.add(node(setting, number)));
            return numbers.isEmpty() && setting.optional() ? JSON.nullNode() : values;
        }

        @Override
        public Component component() {
            return asked;
        }

        @Override
        public void show(JsonNode document) {
            box.show(JsonPath.at(document, path).valueStream().map(JsonNode::asDouble).toList());
        }

        @Override
        public void focus() {
            box.focus();
        }
    }

    private final class Switch implements Field {
        private final Checkbox box;
        private final Component asked;
        private final String path;

        Switch(Setting setting, String path) {
            this.path = path;
            box = new Checkbox(setting.label(texts));
            box.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    setter.set(path, JSON.booleanNode(event.getValue()));
                }
            });
            asked = setting.mark(texts).beside(box);
        }

        @Override
        public Component component() {
            return asked;
        }

        @Override
        public void show(JsonNode document) {
            box.setValue(JsonPath.at(document, path).asBoolean(false));
        }

        @Override
        public void focus() {
            box.focus();
        }
    }

    private final class Choose implements Field {
        private final Select<String> select;
        private final HelpMark mark;
        private final Component asked;
        private final Setting setting;
        private final String path;

        Choose(Setting setting, String path) {
            this.setting = setting;
            this.path = path;
            select = select(setting.label(texts), setting.choices(texts));
            select.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    setter.set(path, JSON.stringNode(event.getValue()));
                }
            });
            mark = setting.mark(texts);
            asked = mark.beside(select);
        }

        @Override
        public Component component() {
            return asked;
        }

        @Override
        public void show(JsonNode document) {
            String value = JsonPath.at(document, path).asString("");
            select.setValue(value);
            mark.setChosen(setting.topicOf(value));
        }

        @Override
        public void focus() {
            select.focus();
        }
    }

    private static Select<String> select(String label, List<Choice> choices) {
        Select<String> select = new Select<>();
        select.setLabel(label);
        select.setItems(choices.stream().map(Choice::value).toList());
        select.setItemLabelGenerator(value -> Choice.label(choices, value));
        return select;
    }

    /** One of a family's kinds, and below it the settings of that kind. */
    private final class Kinds implements Field {
        private final Div box = new Div();
        private final Div below = new Div();
        private final Select<String> select;
        private final HelpMark mark;
        private final String path;
        private final String family;
        private List<Field> fields = List.of();
        private String shown = NONE;

        Kinds(Setting setting, String path) {
            this.path = path;
            family = setting.family();
            select = select(setting.label(texts), choices(setting));
            select.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    setter.set(path, value(event.getValue()));
                }
            });
            mark = setting.mark(texts);
            box.addClassName("lab-kinds");
            below.addClassName("lab-fields");
            box.add(mark.beside(select), below);
        }

        private List<Choice> choices(Setting setting) {
            List<Choice> choices = new ArrayList<>();
            if (setting.optional()) {
                choices.add(new Choice(NONE, texts.of("workbench.settings.none")));
            }
            choices.addAll(Setting.kinds(texts, family));
            return choices;
        }

        private JsonNode value(String kind) {
            return kind.equals(NONE) ? JSON.nullNode() : required(owner(kind)).put("kind", kind);
        }

        private String owner(String kind) {
            return family + "." + kind;
        }

        @Override
        public Component component() {
            return box;
        }

        @Override
        public void show(JsonNode document) {
            String kind = JsonPath.at(document, path + ".kind").asString(NONE);
            select.setValue(kind);
            mark.setChosen(owner(kind));
            if (!kind.equals(shown)) {
                shown = kind;
                fields = fields(owner(kind), path, below);
            }
            fields.forEach(each -> each.show(document));
        }

        @Override
        public void focus() {
            select.focus();
        }
    }

    /** The settings of a record, behind a check mark where the record is optional. */
    private final class Group implements Field {
        private final Div box = new Div();
        private final Div below = new Div();
        private final Optional<Checkbox> present;
        private final List<Field> fields;
        private final String path;

        Group(Setting setting, String path) {
            this.path = path;
            fields = fields(setting.record(), path, below);
            present = setting.optional() ? Optional.of(presence(setting)) : Optional.empty();
            Component head =
                    present.<Component>map(check -> check)
                            .orElseGet(() -> new H3(setting.label(texts)));
            box.addClassName("lab-kinds");
            below.addClassName("lab-fields");
            box.add(setting.mark(texts).beside(head), below);
        }

        private Checkbox presence(Setting setting) {
            Checkbox check = new Checkbox(setting.label(texts));
            check.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    setter.set(
                            path, event.getValue() ? required(setting.record()) : JSON.nullNode());
                }
            });
            return check;
        }

        @Override
        public Component component() {
            return box;
        }

        @Override
        public void show(JsonNode document) {
            boolean there = JsonPath.at(document, path).isObject();
            present.ifPresent(check -> check.setValue(there));
            below.setVisible(there);
            if (there) {
                fields.forEach(each -> each.show(document));
            }
        }

        @Override
        public void focus() {
            present.ifPresentOrElse(
                    Checkbox::focus, () -> fields.stream().findFirst().ifPresent(Field::focus));
        }
    }
}
