package dev.spirallab.ui.walk;

import dev.spirallab.engine.Glance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The places of an input that a pool gathers for one number of its output. */
record Window(int channel, int top, int left, int bottom, int right, int step) {

    /** Channels of so many rows and columns, channel after channel. */
    record Map(int height, int width) {

        /** Of {@code [channels, .., length]}. */
        static Map of(List<Integer> shape) {
            int rank = shape.size();
            return new Map(rank > 2 ? shape.get(rank - 2) : 1, shape.getLast());
        }

        int area() {
            return height * width;
        }

        boolean has(int row, int column) {
            return row >= 0 && row < height && column >= 0 && column < width;
        }

        int flat(int channel, int row, int column) {
            return channel * area() + row * width + column;
        }
    }

    /** So many steps from its upper left corner, both ways. */
    static Window square(int channel, int top, int left, int side, int step) {
        return new Window(channel, top, left, top + side * step, left + side * step, step);
    }

    /** Places inside of the input, flat. */
    List<Integer> places(Glance input) {
        Map map = Map.of(input.shape());
        List<Integer> places = new ArrayList<>();
        for (int row = top; row < bottom; row += step) {
            for (int column = left; column < right; column += step) {
                if (map.has(row, column)) {
                    places.add(map.flat(channel, row, column));
                }
            }
        }
        return places;
    }

    /** Its numbers, a comma between; empty where one that is to be shown is not known. */
    static String listed(List<Integer> places, Glance input, String between) {
        int most = 9;
        List<Integer> shown = places.size() <= most ? places : places.subList(0, most - 1);
        if (!shown.stream().allMatch(input::knows)) {
            return "";
        }
        String all =
                shown.stream()
                        .map(place -> Tex.factor(input.head()[place]))
                        .collect(Collectors.joining(between));
        return shown.size() == places.size() ? all : all + between + "\\cdots";
    }
}
