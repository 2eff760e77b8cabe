package dev.spirallab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.spirallab.engine.DeviceInfo;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.kit.Icon;
import java.util.Map;
import java.util.function.Consumer;

/** Name of the experiment, templates, files, the device, language and theme. */
final class TopBar extends Header {
    private final Texts texts;
    private final TextField title = new TextField();
    private final Div beside = new Div();
    private final Div tools = new Div();

    TopBar(Texts texts) {
        this.texts = texts;
        addClassName("lab-top");
        add(brand(), title, beside, tools);
        beside.addClassName("lab-tools-beside");
        title.addClassName("lab-title");
        title.setAriaLabel(texts.of("workbench.title"));
        title.setPlaceholder(texts.of("workbench.title.empty"));
        title.setMaxLength(120);
        title.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        tools.addClassName("lab-tools");
    }

    private Component brand() {
        Image mark = new Image("icons/mark.svg", "");
        mark.addClassName("lab-mark");
        H1 name = new H1(texts.of("workbench.name"));
        name.addClassName("lab-name");
        Div brand = new Div(mark, name);
        brand.addClassName("lab-brand");
        return brand;
    }

    void onTitle(Consumer<String> listener) {
        title.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                listener.accept(event.getValue());
            }
        });
    }

    void showTitle(String shown) {
        title.setValue(shown);
    }

    void setReadOnly(boolean readOnly) {
        title.setReadOnly(readOnly);
    }

    /** Shows where the experiment comes from. */
    void addOrigin(Component origin) {
        addComponentAtIndex(indexOf(title) + 1, origin);
    }

    /** Shows whether the work is saved. */
    void addState(Component state) {
        tools.addComponentAsFirst(state);
    }

    void showDevice(DeviceInfo device) {
        Span chip = new Span(Icon.CHIP.create(), new Span(DeviceText.of(texts, device)));
        chip.addClassName("lab-device");
        chip.setTitle(DeviceText.details(texts, device));
        tools.add(chip);
    }

    /** Adds what belongs to the title. */
    void addBeside(Component... added) {
        beside.add(added);
    }

    void addTools(Component... added) {
        tools.add(added);
    }

    /** Reader's words for the device. */
    private static final class DeviceText {
        static String of(Texts texts, DeviceInfo device) {
            return device.id().equals("cpu")
                    ? texts.of("workbench.device.cpu", "cores", device.cores())
                    : device.name();
        }

        static String details(Texts texts, DeviceInfo device) {
            return device.missing()
                    .map(missing ->
                            texts.of(
                                    "workbench.device.missing",
                                    Map.of("name", device.name(), "missing", missing)))
                    .orElseGet(() -> texts.of("workbench.device", "name", device.name()));
        }
    }
}
