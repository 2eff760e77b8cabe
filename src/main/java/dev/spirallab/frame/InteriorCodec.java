package dev.spirallab.frame;

import dev.spirallab.frame.Interior.Layer;
import dev.spirallab.frame.Interior.Overview;
import dev.spirallab.frame.Interior.Pictures;
import dev.spirallab.frame.Interior.Window;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The payload of a frame of a layer's inside, as {@link FrameCodec} describes it. */
final class InteriorCodec {
    private static final int EXAMPLE = 17;
    private static final int COUNT = 2;
    private static final int NUMBER = 4;
    private static final int OVERVIEW = 8;
    private static final int PICTURES = 10;
    private static final int PICTURE = 8;

    private InteriorCodec() {}

    static int length(Frame.Inside frame) {
        Interior interior = frame.interior();
        return EXAMPLE
                + COUNT
                + interior.layers().stream().mapToInt(InteriorCodec::length).sum()
                + COUNT
                + length(interior.window())
                + OVERVIEW
                + interior.overview().values().length
                + length(interior.input())
                + length(interior.maps());
    }

    private static int length(Layer layer) {
        return 4 * COUNT
                + utf8(layer.node()).length
                + utf8(layer.name()).length
                + utf8(layer.from()).length
                + utf8(layer.bias()).length
                + 1
                + NUMBER * layer.shape().size();
    }

    private static int length(Window window) {
        int numbers = window.rows().length + window.columns().length;
        return 3 * COUNT + NUMBER * (numbers + window.values().length + window.biases().length);
    }

    private static int length(Pictures pictures) {
        int cells = pictures.height() * pictures.width();
        return PICTURES + pictures.pictures().size() * (PICTURE + cells);
    }

    static void write(Frame.Inside frame, ByteBuffer to) {
        Interior interior = frame.interior();
        Interior.Example example = frame.example();
        to.putInt(example.number()).putInt(example.of()).put((byte) (example.test() ? 1 : 0));
        to.putInt(example.label()).putInt(example.answer());
        to.putShort((short) interior.layers().size());
        interior.layers().forEach(layer -> write(layer, to));
        to.putShort((short) interior.chosen());
        write(interior.window(), to);
        write(interior.overview(), to);
        write(interior.input(), to);
        write(interior.maps(), to);
    }

    private static void write(Layer layer, ByteBuffer to) {
        write(layer.node(), to);
        write(layer.name(), to);
        write(layer.from(), to);
        write(layer.bias(), to);
        to.put((byte) layer.shape().size());
        layer.shape().forEach(to::putInt);
    }

    private static void write(Window window, ByteBuffer to) {
        writePlaces(window.rows(), to);
        writePlaces(window.columns(), to);
        writeNumbers(window.values(), to);
        to.putShort((short) window.biases().length);
        writeNumbers(window.biases(), to);
    }

    private static void writePlaces(int[] places, ByteBuffer to) {
        to.putShort((short) places.length);
        for (int place : places) {
            to.putInt(place);
        }
    }

    private static void writeNumbers(float[] numbers, ByteBuffer to) {
        for (float number : numbers) {
            to.putFloat(number);
        }
    }

    private static void write(Overview overview, ByteBuffer to) {
        to.putShort((short) overview.height()).putShort((short) overview.width());
        to.putFloat(overview.most()).put(overview.values());
    }

    private static void write(Pictures pictures, ByteBuffer to) {
        to.putInt(pictures.channels()).putShort((short) pictures.height());
        to.putShort((short) pictures.width()).putShort((short) pictures.pictures().size());
        for (Interior.Picture picture : pictures.pictures()) {
            to.putFloat(picture.least()).putFloat(picture.greatest()).put(picture.values());
        }
    }

    private static void write(String text, ByteBuffer to) {
        byte[] bytes = utf8(text);
        to.putShort((short) bytes.length).put(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
