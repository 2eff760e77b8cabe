package dev.spirallab.frame;

import java.util.List;

/**
 * What single units put out all over the plane.
 *
 * @param grid cells along each side
 */
public record UnitPictures(int grid, List<Bank> banks) {
    public UnitPictures {
        banks = List.copyOf(banks);
        for (Bank bank : banks) {
            for (Picture picture : bank.pictures()) {
                if (picture.values().length != grid * grid) {
                    throw new IllegalArgumentException("a picture of another size than it says");
                }
            }
        }
    }

    /**
     * The units of a node.
     *
     * @param node its id
     * @param units how many it has
     * @param pictures of all of them, or of some evenly taken
     */
    public record Bank(String node, int units, List<Picture> pictures) {
        public Bank {
            pictures = List.copyOf(pictures);
        }
    }

    /**
     * @param unit its number in the node, from 0
     * @param least what the byte 0 stands for
     * @param greatest what the byte 255 stands for
     * @param values {@code [grid][grid]}, the top row (greatest x2) first
     */
    @SuppressWarnings("ArrayRecordComponent") // a message, read once
    public record Picture(int unit, float least, float greatest, byte[] values) {}
}
