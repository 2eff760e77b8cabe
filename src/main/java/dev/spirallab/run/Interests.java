package dev.spirallab.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What viewers want drawn, and how often a second. */
final class Interests {
    /** Nobody reads more. */
    private static final int FIGURES_PER_SECOND = 4;

    private static final int UNITS_PER_SECOND = 5;
    private static final int WORST_PER_SECOND = 2;
    private static final int OWN_PER_SECOND = 8;
    private static final int OUTPUTS_PER_SECOND = 1;

    private Interests() {}

    /** Of each motif as often as the most demanding viewer asks. */
    static Map<Motif, Integer> of(Stream<View> views) {
        Map<Motif, Integer> wants = new HashMap<>();
        views.forEach(view -> {
            if (view.boundary()) {
                wants.merge(new Motif.Plane(view.grid()), view.framesPerSecond(), Math::max);
            }
            beside(view).forEach(motif -> wants.merge(motif, often(motif, view), Math::max));
        });
        return wants;
    }

    /** What a viewer wants beside the boundary. */
    static List<Motif> beside(View view) {
        List<Motif> motifs = new ArrayList<>();
        if (view.figures()) {
            motifs.add(new Motif.Figures());
        }
        if (view.layers()) {
            motifs.add(new Motif.Layers());
        }
        if (view.units()) {
            motifs.add(new Motif.Units());
        }
        if (view.trail()) {
            motifs.add(new Motif.Trail());
        }
        view.past().ifPresent(step -> motifs.add(new Motif.Past(step, view.grid())));
        view.inquiries().forEach(inquiry -> motifs.add(new Motif.Asked(inquiry)));
        view.look().ifPresent(look -> motifs.add(new Motif.Inside(look)));
        return motifs;
    }

    private static int often(Motif motif, View view) {
        return switch (motif) {
            case Motif.Plane _, Motif.Past _ -> view.framesPerSecond();
            case Motif.Figures _, Motif.Layers _, Motif.Trail _, Motif.Inside _ ->
                    Math.min(FIGURES_PER_SECOND, view.framesPerSecond());
            case Motif.Units _ -> Math.min(UNITS_PER_SECOND, view.framesPerSecond());
            case Motif.Asked(Inquiry inquiry) -> Math.min(often(inquiry), view.framesPerSecond());
        };
    }

    private static int often(Inquiry inquiry) {
        return switch (inquiry) {
            case Inquiry.Worst _ -> WORST_PER_SECOND;
            case Inquiry.Own _ -> OWN_PER_SECOND;
            case Inquiry.Outputs _ -> OUTPUTS_PER_SECOND;
        };
    }
}
