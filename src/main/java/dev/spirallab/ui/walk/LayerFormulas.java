package dev.spirallab.ui.walk;

import dev.spirallab.spec.graph.Activation;
import dev.spirallab.spec.graph.AdaptiveAvgPool2d;
import dev.spirallab.spec.graph.Add;
import dev.spirallab.spec.graph.AvgPool2d;
import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.spec.graph.Concat;
import dev.spirallab.spec.graph.Conv1d;
import dev.spirallab.spec.graph.Conv2d;
import dev.spirallab.spec.graph.ConvTranspose2d;
import dev.spirallab.spec.graph.Convolution;
import dev.spirallab.spec.graph.Dropout;
import dev.spirallab.spec.graph.Dropout2d;
import dev.spirallab.spec.graph.Embedding;
import dev.spirallab.spec.graph.Flatten;
import dev.spirallab.spec.graph.Function;
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

/** What each layer does to the numbers, and how the chain rule leads back through it. */
final class LayerFormulas {
    private static final Reasoning NONE = new Reasoning() {};
    private static final String SAME =
            "\\frac{\\partial L}{\\partial x_i} = \\frac{\\partial L}{\\partial y_i}";

    private LayerFormulas() {}

    static Reasoning of(Spot spot) {
        return switch (spot.node().layer()) {
            case Linear _ -> LinearReasoning.of(spot);
            case Conv1d conv -> ConvolutionReasoning.of(spot, conv);
            case Conv2d conv -> ConvolutionReasoning.of(spot, conv);
            case MaxPool2d pool ->
                    PoolReasoning.sliding(
                            spot,
                            true,
                            pool.kernelSize(),
                            pool.stride().orElse(pool.kernelSize()),
                            pool.padding(),
                            pool.dilation());
            case AvgPool2d pool ->
                    PoolReasoning.sliding(
                            spot,
                            false,
                            pool.kernelSize(),
                            pool.stride().orElse(pool.kernelSize()),
                            pool.padding(),
                            1);
            case AdaptiveAvgPool2d _ -> PoolReasoning.adaptive(spot);
            case GlobalAvgPool _ -> PoolReasoning.global(spot);
            case Activation(Function function) -> new ActivationReasoning(spot, function);
            case PRelu _, RRelu _ -> ElementReasoning.BENT.at(spot);
            case Softmax _ -> new SoftmaxReasoning(spot, false);
            case LogSoftmax _ -> new SoftmaxReasoning(spot, true);
            case BatchNorm norm -> NormReasoning.batch(spot, norm.eps());
            case LayerNorm norm -> NormReasoning.layers(spot, norm.eps(), norm.normalizedDims());
            case GroupNorm norm -> NormReasoning.groups(spot, norm.eps(), norm.numGroups());
            case InstanceNorm norm ->
                    NormReasoning.groups(spot, norm.eps(), spot.input().shape().getFirst());
            case Dropout _, Dropout2d _, Flatten _, Reshape _ -> ElementReasoning.SAME.at(spot);
            case PositionalEncoding _ -> ElementReasoning.SHIFTED.at(spot);
            case Add _ -> ElementReasoning.SUM.at(spot);
            case Multiply _ -> ElementReasoning.PRODUCT.at(spot);
            case Input _,
                    Maxout _,
                    ConvTranspose2d _,
                    Glu _,
                    Rnn _,
                    Gru _,
                    Lstm _,
                    Embedding _,
                    MultiHeadAttention _,
                    Concat _,
                    Transpose _,
                    Upsample _ ->
                    NONE;
        };
    }

    /** The activation function with which the layer ends. */
    static Function ending(LayerSpec layer) {
        return switch (layer) {
            case Linear linear -> linear.activation();
            case Convolution convolution -> convolution.activation();
            case LayerSpec _ -> Function.identity;
        };
    }

    /** How gradients flow back, in general: of parameters, if any, and inputs. */
    static String chainRule(LayerSpec layer) {
        return switch (layer) {
            case Linear linear ->
                    lines(
                            linear.activation(),
                            "\\frac{\\partial L}{\\partial w_{i,j}} &= \\delta_i\\, x_j",
                            "\\frac{\\partial L}{\\partial b_i} &= \\delta_i",
                            "\\frac{\\partial L}{\\partial x_j} &= \\sum_i w_{i,j}\\, \\delta_i");
            case Convolution convolution ->
                    lines(
                            convolution.activation(),
                            "\\frac{\\partial L}{\\partial w_{c,k,u}} &= \\sum_i \\delta_{c,i}\\, x_{k,\\, s i + d u - p}",
                            "\\frac{\\partial L}{\\partial b_c} &= \\sum_i \\delta_{c,i}",
                            "\\frac{\\partial L}{\\partial x_{k,j}} &= \\sum_{s i + d u - p = j} \\sum_c w_{c,k,u}\\, \\delta_{c,i}");
            case Maxout _ ->
                    "\\frac{\\partial L}{\\partial W_{i j^*}} = \\frac{\\partial L}{\\partial y_i}\\, x, \\quad j^* = \\operatorname{arg\\,max}_j z_{ij}";
            case MaxPool2d _ ->
                    "\\frac{\\partial L}{\\partial x_j} = \\sum_{i:\\, j = \\operatorname{arg\\,max}} \\frac{\\partial L}{\\partial y_i}";
            case AvgPool2d _, AdaptiveAvgPool2d _, GlobalAvgPool _ ->
                    "\\frac{\\partial L}{\\partial x_j} = \\sum_{i \\ni j} \\frac{1}{n_i} \\frac{\\partial L}{\\partial y_i}";
            case Activation _ ->
                    "\\frac{\\partial L}{\\partial x_i} = \\frac{\\partial L}{\\partial y_i}\\, f'(x_i)";
            case PRelu _ ->
                    "\\frac{\\partial L}{\\partial x_i} = \\frac{\\partial L}{\\partial y_i} \\begin{cases} 1 & x_i > 0 \\\\ a & x_i \\le 0 \\end{cases}, \\quad \\frac{\\partial L}{\\partial a} = \\sum_{x_i < 0} \\frac{\\partial L}{\\partial y_i}\\, x_i";
            case RRelu _ ->
                    "\\frac{\\partial L}{\\partial x_i} = \\frac{\\partial L}{\\partial y_i} \\begin{cases} 1 & x_i > 0 \\\\ \\frac{l + u}{2} & x_i \\le 0 \\end{cases}";
            case Glu _ ->
                    "\\frac{\\partial L}{\\partial a} = \\frac{\\partial L}{\\partial y}\\, \\sigma(b), \\quad \\frac{\\partial L}{\\partial b} = \\frac{\\partial L}{\\partial y}\\, a\\, \\sigma(b)\\,(1 - \\sigma(b))";
            case Softmax _ ->
                    "\\frac{\\partial L}{\\partial x_i} = y_i \\left(\\frac{\\partial L}{\\partial y_i} - \\sum_j \\frac{\\partial L}{\\partial y_j}\\, y_j\\right)";
            case LogSoftmax _ ->
                    "\\frac{\\partial L}{\\partial x_i} = \\frac{\\partial L}{\\partial y_i} - e^{y_i} \\sum_j \\frac{\\partial L}{\\partial y_j}";
            case BatchNorm _ ->
                    "\\frac{\\partial L}{\\partial x_i} = \\frac{\\gamma}{\\sqrt{\\sigma^2 + \\epsilon}}\\, \\frac{\\partial L}{\\partial y_i}, \\quad \\frac{\\partial L}{\\partial \\gamma} = \\sum_i \\frac{\\partial L}{\\partial y_i}\\, \\hat x_i, \\quad \\frac{\\partial L}{\\partial \\beta} = \\sum_i \\frac{\\partial L}{\\partial y_i}";
            case LayerNorm _, GroupNorm _, InstanceNorm _ ->
                    "\\frac{\\partial L}{\\partial x_i} = \\frac{1}{\\sqrt{\\sigma^2 + \\epsilon}} \\left(g_i - \\frac{1}{n} \\sum_j g_j - \\hat x_i\\, \\frac{1}{n} \\sum_j g_j\\, \\hat x_j\\right), \\quad g_i = \\gamma_i\\, \\frac{\\partial L}{\\partial y_i}";
            case Rnn _, Gru _, Lstm _ ->
                    "\\frac{\\partial L}{\\partial W} = \\sum_t \\frac{\\partial L}{\\partial h_t} \\frac{\\partial h_t}{\\partial W}, \\quad \\frac{\\partial L}{\\partial h_{t-1}} \\mathrel{+}= \\frac{\\partial L}{\\partial h_t} \\frac{\\partial h_t}{\\partial h_{t-1}}";
            case Embedding _ ->
                    "\\frac{\\partial L}{\\partial E_k} = \\sum_{l:\\, x_l = k} \\frac{\\partial L}{\\partial y_l}";
            case MultiHeadAttention _ ->
                    "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial Q} W_Q + \\frac{\\partial L}{\\partial K} W_K + \\frac{\\partial L}{\\partial V} W_V";
            case Multiply _ ->
                    "\\frac{\\partial L}{\\partial a_i} = \\frac{\\partial L}{\\partial y_i}\\, b_i \\cdots";
            case Add _ ->
                    "\\frac{\\partial L}{\\partial a_i} = \\frac{\\partial L}{\\partial b_i} = \\cdots = \\frac{\\partial L}{\\partial y_i}";
            case Concat _ ->
                    "\\left[\\, \\frac{\\partial L}{\\partial a}, \\frac{\\partial L}{\\partial b}, \\dots \\right] = \\frac{\\partial L}{\\partial y}";
            case Transpose _ ->
                    "\\frac{\\partial L}{\\partial x_{j,i}} = \\frac{\\partial L}{\\partial y_{i,j}}";
            case Upsample _ ->
                    "\\frac{\\partial L}{\\partial x_j} = \\sum_i \\frac{\\partial y_i}{\\partial x_j} \\frac{\\partial L}{\\partial y_i}";
            case Input _, Dropout _, Dropout2d _, PositionalEncoding _, Flatten _, Reshape _ ->
                    SAME;
        };
    }

    private static String lines(Function function, String... lines) {
        String delta =
                function == Function.identity
                        ? "\\delta_i &= \\frac{\\partial L}{\\partial y_i}"
                        : "\\delta_i = \\frac{\\partial L}{\\partial z_i} &= \\frac{\\partial L}{\\partial y_i}\\, f'(z_i)";
        return "\\begin{aligned} "
                + delta
                + " \\\\ "
                + String.join(" \\\\ ", lines)
                + " \\end{aligned}";
    }
}
