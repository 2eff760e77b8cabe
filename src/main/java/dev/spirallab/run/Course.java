package dev.spirallab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The curve of a variant. When it has more than some hundred points every second one goes, and from
 * then on they are twice as far apart; the first and the newest are always there.
 */
final class Course {
    static final int MOST = 240;

    private final List<Sweep.Point> points = new ArrayList<>();
    private int apart = 1;
    private int looks;

    void add(Sweep.Point point) {
        boolean newestGoes = looks > 0 && (looks - 1) % apart != 0;
        if (newestGoes) {
            points.removeLast();
        }
        points.add(point);
        if (looks % apart == 0 && points.size() > MOST) {
            thin();
        }
        looks++;
    }

    private void thin() {
        List<Sweep.Point> rest =
                IntStream.range(0, points.size())
                        .filter(i -> i % 2 == 0)
                        .mapToObj(points::get)
                        .toList();
        points.clear();
        points.addAll(rest);
        apart *= 2;
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    List<Sweep.Point> points() {
        return points;
    }
}
