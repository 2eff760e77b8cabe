package dev.spirallab.frame;

/**
 * Which numbers of which layer somebody looks at.
 *
 * @param node id of the layer; another than there is stands for the first
 * @param name of the parameter, such as {@code weight}; another than there is stands for the
 *     layer's first
 * @param evenly whether rows and columns are evenly taken of all, as pictures of units are; else a
 *     window of neighbours
 * @param row where the window begins, from 0
 * @param column likewise; of filters the channel it lies in is shown
 * @param example for which feature maps are drawn, its number among those held out
 */
public record Look(String node, String name, boolean evenly, int row, int column, int example) {
    private static final int LONGEST = 200;

    /**
     * @throws IllegalArgumentException if a number is below 0 or a name is too long to be one
     */
    public Look {
        if (row < 0 || column < 0 || example < 0) {
            throw new IllegalArgumentException("a place below 0");
        }
        if (node.length() > LONGEST || name.length() > LONGEST) {
            throw new IllegalArgumentException("no name of a layer");
        }
    }
}
