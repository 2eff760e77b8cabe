package dev.spirallab.spec.graph;

/**
 * A layer and its settings. To add one: a record in this package with {@link
 * dev.spirallab.spec.Kind}, and its name here; the compiler then lists every place that must say
 * what it does. The palette shows them in this order.
 */
public sealed interface LayerSpec
        permits Input,
                Linear,
                Maxout,
                Conv1d,
                Conv2d,
                ConvTranspose2d,
                MaxPool2d,
                AvgPool2d,
                AdaptiveAvgPool2d,
                GlobalAvgPool,
                Activation,
                PRelu,
                RRelu,
                Glu,
                Softmax,
                LogSoftmax,
                BatchNorm,
                LayerNorm,
                GroupNorm,
                InstanceNorm,
                Dropout,
                Dropout2d,
                Rnn,
                Gru,
                Lstm,
                Embedding,
                PositionalEncoding,
                MultiHeadAttention,
                Add,
                Multiply,
                Concat,
                Flatten,
                Reshape,
                Transpose,
                Upsample {}
