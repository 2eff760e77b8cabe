package dev.spirallab.validation;

import dev.spirallab.spec.graph.Activation;
import dev.spirallab.spec.graph.AdaptiveAvgPool2d;
import dev.spirallab.spec.graph.Add;
import dev.spirallab.spec.graph.AvgPool2d;
import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.spec.graph.Concat;
import dev.spirallab.spec.graph.Conv1d;
import dev.spirallab.spec.graph.Conv2d;
import dev.spirallab.spec.graph.ConvTranspose2d;
import dev.spirallab.spec.graph.Dropout;
import dev.spirallab.spec.graph.Dropout2d;
import dev.spirallab.spec.graph.Embedding;
import dev.spirallab.spec.graph.Flatten;
import dev.spirallab.spec.graph.GlobalAvgPool;
import dev.spirallab.spec.graph.Glu;
import dev.spirallab.spec.graph.GroupNorm;
import dev.spirallab.spec.graph.Gru;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.InstanceNorm;
import dev.spirallab.spec.graph.LayerNorm;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.LogSoftmax;
import dev.spirallab.spec.graph.Lstm;
import dev.spirallab.spec.graph.MaxPool2d;
import dev.spirallab.spec.graph.Maxout;
import dev.spirallab.spec.graph.MultiHeadAttention;
import dev.spirallab.spec.graph.Multiply;
import dev.spirallab.spec.graph.PRelu;
import dev.spirallab.spec.graph.PositionalEncoding;
import dev.spirallab.spec.graph.RRelu;
import dev.spirallab.spec.graph.Reshape;
import dev.spirallab.spec.graph.Rnn;
import dev.spirallab.spec.graph.Softmax;
import dev.spirallab.spec.graph.Transpose;
import dev.spirallab.spec.graph.Upsample;
import java.util.List;

/**
 * What each layer does to shapes and what it costs; with the class its arm leads to, that is all
 * that validation knows of it.
 */
final class LayerRule {
    private LayerRule() {}

    /**
     * @param inputs one or more for every layer but the input, whose one shape is the data set's
     */
    static Outcome infer(LayerSpec layer, List<TensorShape> inputs) {
        TensorShape in = inputs.getFirst();
        return switch (layer) {
            case Input _ -> Outcome.plain(in, 0);
            case Linear linear -> DenseRules.linear(linear, in);
            case Maxout maxout -> DenseRules.maxout(maxout, in);
            case Conv1d conv -> ConvolutionRules.slide(conv, in);
            case Conv2d conv -> ConvolutionRules.slide(conv, in);
            case ConvTranspose2d conv -> ConvolutionRules.slide(conv, in);
            case MaxPool2d pool -> PoolingRules.max(pool, in);
            case AvgPool2d pool -> PoolingRules.mean(pool, in);
            case AdaptiveAvgPool2d pool -> PoolingRules.adaptive(pool, in);
            case GlobalAvgPool pool -> PoolingRules.global(pool, in);
            case Activation activation -> Outcome.plain(in, DenseRules.cost(activation.function()));
            case PRelu prelu -> ActivationRules.prelu(prelu, in);
            case RRelu rrelu -> ActivationRules.rrelu(rrelu, in);
            case Glu glu -> ActivationRules.glu(glu, in);
            case Softmax softmax -> ActivationRules.softmax(softmax, softmax.dim(), in);
            case LogSoftmax softmax -> ActivationRules.softmax(softmax, softmax.dim(), in);
            case BatchNorm norm -> NormRules.batch(norm, in);
            case LayerNorm norm -> NormRules.layer(norm, in);
            case GroupNorm norm -> NormRules.group(norm, in);
            case InstanceNorm norm -> NormRules.instance(norm, in);
            case Dropout _ -> Outcome.plain(in, 2);
            case Dropout2d dropout -> dropout2d(dropout, in);
            case Rnn rnn -> SequenceRules.recurrent(rnn, in);
            case Gru gru -> SequenceRules.recurrent(gru, in);
            case Lstm lstm -> SequenceRules.recurrent(lstm, in);
            case Embedding embedding -> SequenceRules.embedding(embedding, in);
            case PositionalEncoding encoding -> SequenceRules.positions(encoding, in);
            case MultiHeadAttention attention -> SequenceRules.attention(attention, inputs);
            case Add _, Multiply _ -> MergeRules.alike(layer, inputs);
            case Concat concat -> MergeRules.concat(concat, inputs);
            case Flatten _ -> ShapeRules.flatten(in);
            case Reshape reshape -> ShapeRules.reshape(reshape, in);
            case Transpose transpose -> ShapeRules.transpose(transpose, in);
            case Upsample upsample -> ShapeRules.upsample(upsample, in);
        };
    }

    private static Outcome dropout2d(Dropout2d dropout, TensorShape in) {
        List<Flaw> unfit = Ranks.CHANNELS.flaws(dropout, in);
        return unfit.isEmpty() ? Outcome.plain(in, 1) : Outcome.unknown(unfit);
    }
}
