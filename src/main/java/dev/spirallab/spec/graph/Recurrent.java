package dev.spirallab.spec.graph;

/** What the layers that carry a state along a sequence have in common. */
public sealed interface Recurrent permits Rnn, Gru, Lstm {
    int hiddenSize();

    int numLayers();

    boolean bidirectional();

    boolean returnSequences();

    boolean bias();

    /** How many vectors of the size of the state are computed at each place. */
    default int gates() {
        return switch (this) {
            case Rnn _ -> 1;
            case Gru _ -> 3;
            case Lstm _ -> 4;
        };
    }

    /** How many states run along the sequence in each layer. */
    default int directions() {
        return bidirectional() ? 2 : 1;
    }
}
