package dev.spirallab.ui.preview;

import dev.spirallab.frame.BoundaryPicture;
import dev.spirallab.frame.Frame;
import dev.spirallab.ui.components.PlanePoints;
import dev.spirallab.ui.components.PlanePoints.Dot;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;

/**
 * The boundary with the examples on it, as a card before a pale continuation of itself; in the
 * colours of the light theme. Without a boundary the examples alone; without these, the bare card.
 * There is no text in it, so it needs no fonts.
 */
final class PreviewPicture {
    /** In pixels, as networks like pictures of links to be. */
    static final int WIDTH = 1200;

    static final int HEIGHT = 630;

    /** Of the square with the boundary. */
    static final int SIDE = 558;

    static final int LEFT = (WIDTH - SIDE) / 2;
    static final int TOP = (HEIGHT - SIDE) / 2;

    static final Color GROUND = new Color(0xF4F5F8);
    private static final Color VEIL = new Color(0x8CF4F5F8, true);
    private static final Color SHADOW = new Color(0x1E18202E, true);
    private static final Color INK = new Color(0x18202E);
    private static final int FRAME = 10;
    private static final int ROUND = 12;
    private static final double RADIUS = 6;

    private final Optional<Frame.Boundary> boundary;
    private final Optional<PlanePoints> points;

    PreviewPicture(Optional<Frame.Boundary> boundary, Optional<PlanePoints> points) {
        this.boundary = boundary;
        this.points = points;
    }

    BufferedImage draw() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawGround(graphics);
        drawCard(graphics);
        points.ifPresent(there -> drawPoints(graphics, there));
        graphics.dispose();
        return image;
    }

    private void drawGround(Graphics2D graphics) {
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        boundary.ifPresent(there -> {
            graphics.drawImage(
                    BoundaryPicture.of(there, WIDTH, WIDTH), 0, (HEIGHT - WIDTH) / 2, null);
            graphics.setColor(VEIL);
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
        });
    }

    private void drawCard(Graphics2D graphics) {
        graphics.setColor(SHADOW);
        graphics.fillRoundRect(
                LEFT - FRAME - 1,
                TOP - FRAME - 1,
                SIDE + 2 * FRAME + 2,
                SIDE + 2 * FRAME + 4,
                ROUND,
                ROUND);
        graphics.setColor(Color.WHITE);
        graphics.fillRoundRect(
                LEFT - FRAME, TOP - FRAME, SIDE + 2 * FRAME, SIDE + 2 * FRAME, ROUND, ROUND);
        boundary.ifPresent(there ->
                graphics.drawImage(BoundaryPicture.of(there, SIDE, SIDE), LEFT, TOP, null));
    }

    private void drawPoints(Graphics2D graphics, PlanePoints there) {
        graphics.setClip(LEFT, TOP, SIDE, SIDE);
        if (there.regression()) {
            Range range = range(there);
            there.points().forEach(point -> drawTarget(graphics, there, point, range));
        } else {
            there.points().forEach(point -> drawLabel(graphics, there, point));
        }
    }

    /** A disc, or a hollow ring for a test point, that stands out from its own class's ground. */
    private static void drawLabel(Graphics2D graphics, PlanePoints there, Dot point) {
        Color colour = new Color(BoundaryPicture.ofClass((int) point.value()));
        Shape disc = disc(there, point);
        graphics.setColor(point.test() ? Color.WHITE : colour);
        graphics.fill(disc);
        graphics.setColor(point.test() ? colour : Color.WHITE);
        graphics.setStroke(stroke(point.test() ? 0.6 : 0.28));
        graphics.draw(disc);
    }

    /** Its colour on the scale, edged in ink, a test point twice as broad. */
    private static void drawTarget(Graphics2D graphics, PlanePoints there, Dot point, Range range) {
        Shape disc = disc(there, point);
        graphics.setColor(
                new Color(BoundaryPicture.ofValue(point.value(), range.min(), range.max())));
        graphics.fill(disc);
        graphics.setColor(INK);
        graphics.setStroke(stroke(point.test() ? 0.4 : 0.2));
        graphics.draw(disc);
    }

    private static BasicStroke stroke(double ofRadius) {
        return new BasicStroke((float) (ofRadius * RADIUS));
    }

    private static Shape disc(PlanePoints there, Dot point) {
        double x = LEFT + SIDE * share(there.extent().xMin(), there.extent().xMax(), point.x());
        double y = TOP + SIDE * share(there.extent().yMax(), there.extent().yMin(), point.y());
        return new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }

    private static double share(double from, double to, double at) {
        return (at - from) / (to - from);
    }

    private Range range(PlanePoints there) {
        return boundary.map(drawn -> new Range(drawn.valueMin(), drawn.valueMax()))
                .orElseGet(() -> Range.of(there));
    }

    private record Range(double min, double max) {
        static Range of(PlanePoints there) {
            DoubleSummaryStatistics values =
                    there.points().stream().mapToDouble(Dot::value).summaryStatistics();
            return new Range(values.getMin(), values.getMax());
        }
    }
}
