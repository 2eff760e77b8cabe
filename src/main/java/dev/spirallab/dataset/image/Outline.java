package dev.spirallab.dataset.image;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The outline of a shape, filled by the nonzero rule. Drawn by hand, without a graphics library, so
 * that every machine gives the same bytes.
 */
record Outline(Path2D path) {
    /** Lines that are looked at in every row of pixels. */
    private static final int LINES = 8;

    private static final Pattern COMMANDS = Pattern.compile("(?=[MLQC])");
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final double FLATNESS = 0.05;

    /**
     * @param text commands of an SVG path in absolute coordinates: M, L, Q and C
     */
    static Outline of(String text) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (String command : COMMANDS.splitAsStream(text).toList()) {
            double[] at =
                    SPACE.splitAsStream(command.substring(1).strip())
                            .mapToDouble(Double::parseDouble)
                            .toArray();
            switch (command.charAt(0)) {
                case 'M' -> path.moveTo(at[0], at[1]);
                case 'L' -> path.lineTo(at[0], at[1]);
                case 'Q' -> path.quadTo(at[0], at[1], at[2], at[3]);
                case 'C' -> path.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> throw new IllegalArgumentException("no command: " + command);
            }
        }
        return new Outline(path);
    }

    Rectangle2D bounds() {
        return path.getBounds2D();
    }

    /** How much of each pixel it covers, 0 to 1: {@code [side, side]}, the top row first. */
    double[] covered(AffineTransform placed, int side) {
        List<Edge> edges = edges(placed);
        double[] covered = new double[side * side];
        for (int line = 0; line < side * LINES; line++) {
            cover(edges, (line + 0.5) / LINES, covered, line / LINES * side, side);
        }
        return covered;
    }

    /** Between two points, from top to bottom. */
    private record Edge(double x1, double y1, double x2, double y2, int direction) {
        double at(double y) {
            return x1 + (y - y1) / (y2 - y1) * (x2 - x1);
        }
    }

    private record Crossing(double x, int direction) {}

    private List<Edge> edges(AffineTransform placed) {
        List<Edge> edges = new ArrayList<>();
        double[] to = new double[6];
        double[] start = new double[2];
        double[] from = new double[2];
        for (PathIterator at = path.getPathIterator(placed, FLATNESS); !at.isDone(); at.next()) {
            if (at.currentSegment(to) == PathIterator.SEG_MOVETO) {
                add(edges, from, start);
                start = new double[] {to[0], to[1]};
            } else {
                add(edges, from, to);
            }
            from = new double[] {to[0], to[1]};
        }
        add(edges, from, start);
        return edges;
    }

    private static void add(List<Edge> edges, double[] from, double[] to) {
        if (from[1] < to[1]) {
            edges.add(new Edge(from[0], from[1], to[0], to[1], 1));
        } else if (from[1] > to[1]) {
            edges.add(new Edge(to[0], to[1], from[0], from[1], -1));
        }
    }

    private static void cover(List<Edge> edges, double y, double[] covered, int row, int side) {
        List<Crossing> crossings =
                edges.stream()
                        .filter(edge -> edge.y1() <= y && y < edge.y2())
                        .map(edge -> new Crossing(edge.at(y), edge.direction()))
                        .sorted((a, b) -> Double.compare(a.x(), b.x()))
                        .toList();
        int winding = 0;
        double since = 0;
        for (Crossing crossing : crossings) {
            if (winding != 0) {
                span(covered, row, side, since, crossing.x());
            }
            winding += crossing.direction();
            since = crossing.x();
        }
    }

    private static void span(double[] covered, int row, int side, double from, double to) {
        double end = Math.min(to, side);
        for (int x = (int) Math.max(0, Math.floor(from)); x < end; x++) {
            covered[row + x] += Math.max(0, Math.min(x + 1, end) - Math.max(x, from)) / LINES;
        }
    }
}
