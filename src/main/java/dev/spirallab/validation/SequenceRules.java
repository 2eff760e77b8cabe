package dev.spirallab.validation;

import dev.spirallab.spec.graph.Embedding;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.MultiHeadAttention;
import dev.spirallab.spec.graph.PositionalEncoding;
import dev.spirallab.spec.graph.Recurrent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Layers that read sequences. */
final class SequenceRules {
    private SequenceRules() {}

    /** Each gate is two products with matrices; what it gives is kept for each place. */
    static <L extends LayerSpec & Recurrent> Outcome recurrent(L layer, TensorShape in) {
        List<Flaw> unfit = Ranks.PLACES.flaws(layer, in);
        if (!unfit.isEmpty()) {
            return Outcome.unknown(unfit);
        }
        int length = in.width();
        long given = (long) layer.directions() * layer.hiddenSize();
        TensorShape out =
                layer.returnSequences()
                        ? TensorShape.of(length, Outcome.dimension(given))
                        : TensorShape.of(Outcome.dimension(given));
        long weights = 0;
        long width = in.dimensions().getLast();
        for (int i = 0; i < layer.numLayers(); i++) {
            weights = Count.plus(weights, Count.times(gates(layer), width + layer.hiddenSize()));
            width = given;
        }
        long places = Count.times(length, gates(layer) * layer.numLayers());
        return Outcome.of(
                        out,
                        Count.plus(
                                weights, layer.bias() ? 2 * gates(layer) * layer.numLayers() : 0),
                        Count.plus(
                                Count.times(Count.times(2, weights), length),
                                Count.times(16, places)),
                        Count.times(3, places))
                .but(Outcome.tooWide(Count.times(length, given)));
    }

    /** Numbers computed by all gates of one layer at one place. */
    private static long gates(Recurrent layer) {
        return (long) layer.gates() * layer.directions() * layer.hiddenSize();
    }

    static Outcome embedding(Embedding embedding, TensorShape in) {
        List<Flaw> unfit = Ranks.NUMBERS.flaws(embedding, in);
        if (!unfit.isEmpty()) {
            return Outcome.unknown(unfit);
        }
        TensorShape out = TensorShape.of(in.width(), embedding.embeddingDim());
        List<Flaw> flaws = new ArrayList<>(Outcome.tooWide(out.size()));
        flaws.addAll(
                InitializerRule.flaws(
                        embedding.initializer(),
                        embedding.numEmbeddings(),
                        embedding.embeddingDim(),
                        Optional.empty()));
        return Outcome.of(
                        out,
                        Count.times(embedding.numEmbeddings(), embedding.embeddingDim()),
                        out.size(),
                        out.size())
                .but(flaws);
    }

    static Outcome positions(PositionalEncoding encoding, TensorShape in) {
        List<Flaw> unfit = Ranks.PLACES.flaws(encoding, in);
        return unfit.isEmpty() ? Outcome.plain(in, 2) : Outcome.unknown(unfit);
    }

    /** Query, key and value; one tensor may be all three, or the second both key and value. */
    static Outcome attention(MultiHeadAttention attention, List<TensorShape> inputs) {
        for (TensorShape input : inputs) {
            List<Flaw> unfit = Ranks.PLACES.flaws(attention, input);
            if (!unfit.isEmpty()) {
                return Outcome.unknown(unfit);
            }
        }
        TensorShape query = inputs.getFirst();
        TensorShape key = inputs.get(Math.min(1, inputs.size() - 1));
        TensorShape value = inputs.getLast();
        List<Flaw> flaws = new ArrayList<>(heads(attention, query));
        if (key.width() != value.width()) {
            flaws.add(
                    Flaw.of("attention.lengths", Map.of("key", key.text(), "value", value.text())));
        }
        return priced(attention, query, key, value).but(flaws);
    }

    private static List<Flaw> heads(MultiHeadAttention attention, TensorShape query) {
        int width = query.dimensions().getLast();
        if (width % attention.numHeads() == 0) {
            return List.of();
        }
        int heads = Math.min(width, attention.numHeads());
        while (width % heads != 0) {
            heads--;
        }
        Map<String, String> arguments = Map.of("size", String.valueOf(width));
        return List.of(
                Flaw.of("attention.heads", attention, "numHeads", arguments)
                        .remedied(attention, "numHeads", heads));
    }

    private static Outcome priced(
            MultiHeadAttention attention, TensorShape query, TensorShape key, TensorShape value) {
        long size = query.dimensions().getLast();
        long keySize = key.dimensions().getLast();
        long valueSize = value.dimensions().getLast();
        long from = query.width();
        long to = key.width();
        long weights = Count.times(size, 2 * size + keySize + valueSize);
        long maps =
                Count.plus(
                        Count.times(from, Count.times(2 * size, size)),
                        Count.times(to, Count.times(size, keySize + valueSize)));
        long looks = Count.times(from, to);
        long scores = Count.times(attention.numHeads(), looks);
        return Outcome.of(
                query,
                Count.plus(weights, attention.bias() ? 4 * size : 0),
                Count.plus(
                        Count.times(2, maps),
                        Count.plus(
                                Count.times(Count.times(4, looks), size), Count.times(14, scores))),
                Count.plus(Count.times(2, scores), Count.times(size, 3 * from + 2 * to)));
    }
}
