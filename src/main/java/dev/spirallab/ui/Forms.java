package dev.spirallab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.json.Catalog;
import dev.spirallab.ui.kit.Choice;
import dev.spirallab.ui.kit.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Forms made from the catalogue: a setting that is added to a record appears by itself. */
final class Forms {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode CATALOG = JsonMapper.shared().readTree(Catalog.json());
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
    }

    Forms(Texts texts, Setter setter) {
        this.texts = texts;
        this.setter = setter;
    }

    /** The kinds of a family, such as {@code optimizer}. */
    static List<Choice> kinds(Texts texts, String family) {
        return stream(CATALOG.at("/families/" + family + "/kinds"))
                .map(kind -> new Choice(text(kind, "kind"), texts.of(text(kind, "key"))))
                .toList();
    }

    /** A field for setting {@code name} of record {@code record}, which stands at {@code path}. */
    Field field(String record, String name, String path) {
        JsonNode setting =
                stream(CATALOG.at("/records/" + record + "/settings"))
                        .filter(each -> text(each, "name").equals(name))
                        .findFirst()
                        .orElseThrow();
        return field(setting, path + "." + name);
    }

    private Field field(JsonNode setting, String path) {
        return switch (text(setting, "type")) {
            case "integer", "number" -> new Numeric(setting, path);
            case "boolean" -> new Switch(setting, path);
            case "choice" -> new Choose(setting, path);
            case "family" -> new Kinds(setting, path);
            default -> new Group(setting, path);
        };
    }

    private List<Field> fields(JsonNode settings, String path) {
        return stream(settings).map(each -> field(each, path + "." + text(each, "name"))).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements.stream();
    }

    private static String text(JsonNode object, String name) {
        return object.path(name).asString("");
    }

    private String label(JsonNode setting) {
        return texts.of(text(setting, "key"));
    }

    private String help(JsonNode setting) {
        String key = text(setting, "key") + ".help";
        String help = texts.of(key);
        return help.contains(key) ? "" : help;
    }

    private String told(List<Problem> problems, String name) {
        return problems.stream().map(problem -> texts.of(problem, name)).findFirst().orElse("");
    }

    /** Values that the settings must have when nobody has chosen any. */
    private static ObjectNode required(JsonNode settings) {
        ObjectNode values = JSON.objectNode();
        stream(settings)
                .filter(each -> !each.path("optional").asBoolean() && !each.has("default"))
                .forEach(each ->
                        values.put(text(each, "name"), Math.max(0, each.path("min").asDouble())));
        return values;
    }

    private final class Numeric implements Field {
        private final TextField field;
        private final boolean whole;
        private final boolean optional;
        private final String path;

        Numeric(JsonNode setting, String path) {
            this.path = path;
            field = new TextField(label(setting));
            whole = text(setting, "type").equals("integer");
            optional = setting.path("optional").asBoolean();
            field.setHelperText(help(setting));
            field.setPlaceholder(optional ? texts.of("workbench.settings.unset") : "");
            field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
            field.addClassName("lab-number");
            field.getElement().setAttribute("inputmode", whole ? "numeric" : "decimal");
            field.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    typed(event.getValue());
                }
            });
        }

        private void typed(String text) {
            String complaint =
                    value(text)
                            .map(this::set)
                            .orElseGet(() -> texts.of("workbench.settings.notANumber"));
            field.setErrorMessage(complaint);
            field.setInvalid(!complaint.isEmpty());
        }

        private Optional<JsonNode> value(String text) {
            return text.isBlank() && optional
                    ? Optional.of(JSON.nullNode())
                    : Numbers.parse(text).map(this::node);
        }

        private JsonNode node(double number) {
            return whole && number == Math.rint(number)
                    ? JSON.numberNode((long) number)
                    : JSON.numberNode(number);
        }

        private String set(JsonNode value) {
            return told(setter.set(path, value), field.getLabel());
        }

        @Override
        public Component component() {
            return field;
        }

        @Override
        public void show(JsonNode document) {
            JsonNode value = JsonPath.at(document, path);
            field.setValue(value.isNumber() ? shown(value) : "");
            field.setInvalid(false);
        }

        private String shown(JsonNode value) {
            return whole ? Long.toString(value.asLong()) : Numbers.text(value.asDouble());
        }
    }

    private final class Switch implements Field {
        private final Checkbox box;
        private final String path;

        Switch(JsonNode setting, String path) {
            this.path = path;
            box = new Checkbox(label(setting));
            box.setHelperText(help(setting));
            box.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    setter.set(path, JSON.booleanNode(event.getValue()));
                }
            });
        }

        @Override
        public Component component() {
            return box;
        }

        @Override
        public void show(JsonNode document) {
            box.setValue(JsonPath.at(document, path).asBoolean(false));
        }
    }

    private final class Choose implements Field {
        private final Select<String> select;
        private final String path;

        Choose(JsonNode setting, String path) {
            this.path = path;
            select = select(label(setting), choices(setting));
            select.setHelperText(help(setting));
            select.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    setter.set(path, JSON.stringNode(event.getValue()));
                }
            });
        }

        private List<Choice> choices(JsonNode setting) {
            return stream(setting.path("choices"))
                    .map(each -> new Choice(text(each, "value"), texts.of(text(each, "key"))))
                    .toList();
        }

        @Override
        public Component component() {
            return select;
        }

        @Override
        public void show(JsonNode document) {
            select.setValue(JsonPath.at(document, path).asString(""));
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
        private final String path;
        private final String family;
        private List<Field> fields = List.of();
        private String shown = NONE;

        Kinds(JsonNode setting, String path) {
            this.path = path;
            family = text(setting, "family");
            select = select(label(setting), choices(setting));
            select.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    setter.set(path, value(event.getValue()));
                }
            });
            box.addClassName("lab-kinds");
            below.addClassName("lab-fields");
            box.add(select, below);
        }

        private List<Choice> choices(JsonNode setting) {
            List<Choice> choices = new ArrayList<>();
            if (setting.path("optional").asBoolean()) {
                choices.add(new Choice(NONE, texts.of("workbench.settings.none")));
            }
            choices.addAll(kinds(texts, family));
            return choices;
        }

        private JsonNode value(String kind) {
            return kind.equals(NONE) ? JSON.nullNode() : required(settings(kind)).put("kind", kind);
        }

        private JsonNode settings(String kind) {
            return stream(CATALOG.at("/families/" + family + "/kinds"))
                    .filter(each -> text(each, "kind").equals(kind))
                    .findFirst()
                    .map(each -> each.path("settings"))
                    .orElseGet(JSON::arrayNode);
        }

        @Override
        public Component component() {
            return box;
        }

        @Override
        public void show(JsonNode document) {
            String kind = JsonPath.at(document, path + ".kind").asString(NONE);
            select.setValue(kind);
            if (!kind.equals(shown)) {
                shown = kind;
                fields = fields(settings(kind), path);
                below.removeAll();
                fields.forEach(each -> below.add(each.component()));
            }
            fields.forEach(each -> each.show(document));
        }
    }

    /** The settings of a record, behind a check mark where the record is optional. */
    private final class Group implements Field {
        private final Div box = new Div();
        private final Div below = new Div();
        private final Optional<Checkbox> present;
        private final List<Field> fields;
        private final String path;

        Group(JsonNode setting, String path) {
            this.path = path;
            JsonNode settings = CATALOG.at("/records/" + text(setting, "record") + "/settings");
            fields = fields(settings, path);
            present =
                    setting.path("optional").asBoolean()
                            ? Optional.of(presence(setting, settings))
                            : Optional.empty();
            box.addClassName("lab-kinds");
            below.addClassName("lab-fields");
            box.add(
                    present.<Component>map(check -> check).orElseGet(() -> new H3(label(setting))),
                    below);
            fields.forEach(each -> below.add(each.component()));
        }

        private Checkbox presence(JsonNode setting, JsonNode settings) {
            Checkbox check = new Checkbox(label(setting));
            check.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    setter.set(path, event.getValue() ? required(settings) : JSON.nullNode());
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
    }
}
