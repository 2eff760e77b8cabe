package dev.spirallab.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A tiny histogram. What it shows is said in words beside it. */
final class Spread extends Div {
    private static final int MOST_BARS = 24;

    Spread(List<Integer> counts) {
        addClassName("lab-spread");
        getElement().setAttribute("aria-hidden", "true");
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
        counts.stream().limit(MOST_BARS).map(count -> bar(count, most)).forEach(this::add);
    }

    private static Span bar(int count, int most) {
        Span bar = new Span();
        double height = count == 0 ? 0 : Math.max(6, 100.0 * count / most);
        bar.getStyle().set("height", Math.round(height) + "%");
        return bar;
    }
}
