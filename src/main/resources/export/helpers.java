/// run(
static NDArray run(Block block, NDArray x, ParameterStore store, boolean training) {
    return run(block, new NDList(x), store, training);
}

static NDArray run(Block block, NDList inputs, ParameterStore store, boolean training) {
    return block.forward(store, inputs, training).head();
}

/// new Layer(
/** Parameters, and what is made of them. */
static final class Layer extends AbstractBlock {
    interface Rule {
        NDArray of(NDList inputs, NDList own, boolean training);
    }

    private final Rule rule;
    private final List<Parameter> own = new ArrayList<>();

    Layer(Rule rule) {
        this.rule = rule;
    }

    Layer with(String name, Parameter.Type type, long... shape) {
        Parameter.Builder made = Parameter.builder().setName(name).setType(type);
        own.add(addParameter(made.optShape(new Shape(shape)).build()));
        return this;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> options) {
        NDList values = new NDList();
        for (Parameter each : own) {
            values.add(store.getValue(each, inputs.head().getDevice(), training));
        }
        return new NDList(rule.of(inputs, values, training));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return inputs;
    }
}

/// hardSwish(
static NDArray hardSwish(NDArray x) {
    return x.mul(x.add(3).clip(0, 6)).div(6);
}

/// tanhShrink(
static NDArray tanhShrink(NDArray x) {
    return x.sub(Activation.tanh(x));
}

/// mish(
static NDArray mish(NDArray x) {
    return x.mul(Activation.tanh(Activation.softPlus(x)));
}

/// leaky(
static NDArray leaky(NDArray x, NDArray slopes) {
    return Activation.relu(x).sub(Activation.relu(x.neg()).mul(slopes));
}

/// slopes(
static NDArray slopes(NDArray x, float least, float most, boolean training) {
    return training
            ? x.getManager().randomUniform(least, most, x.getShape())
            : x.getManager().create((least + most) / 2);
}

/// dropped(
/** Whole channels are left out. */
static NDArray dropped(NDArray x, float p, int places, boolean training) {
    if (!training || p == 0) {
        return x;
    }
    long[] channels = new long[2 + places];
    Arrays.fill(channels, 1);
    channels[0] = x.size(0);
    channels[1] = x.size(1);
    NDArray drawn = x.getManager().randomUniform(0, 1, new Shape(channels));
    return x.mul(drawn.gte(p).toType(DataType.FLOAT32, false)).div(1 - p);
}

/// normalized(
static NDArray normalized(NDArray x, int groups, int size, float eps) {
    NDArray rows = x.reshape(-1, groups, size);
    NDArray centred = rows.sub(rows.mean(new int[] {2}, true));
    return centred.div(centred.square().mean(new int[] {2}, true).add(eps).sqrt());
}

/// averaged(
/** The means of so many windows that cover an axis. */
static NDArray averaged(NDArray x, int axis, int windows) {
    NDList means = new NDList();
    long size = x.size(axis);
    for (int i = 0; i < windows; i++) {
        long from = i * size / windows;
        long to = Math.ceilDiv((i + 1) * size, windows);
        NDArray window =
                axis == 2
                        ? x.get(":, :, " + from + ":" + to)
                        : x.get(":, :, :, " + from + ":" + to);
        means.add(window.mean(new int[] {axis}, true));
    }
    return NDArrays.concat(means, axis);
}

/// interpolated(
static NDArray interpolated(NDArray x, int height, int width, int scale) {
    NDManager manager = x.getManager();
    NDArray rows = manager.create(between(height, scale));
    NDArray columns = manager.create(between(width, scale));
    return rows.matMul(x).matMul(columns.transpose());
}

/** How much each new place has of each old one. */
static float[][] between(int size, int scale) {
    float[][] shares = new float[size * scale][size];
    for (int i = 0; i < shares.length; i++) {
        double place = Math.max(0, (i + 0.5) / scale - 0.5);
        int from = (int) place;
        shares[i][from] += (float) (1 - place + from);
        shares[i][Math.min(from + 1, size - 1)] += (float) (place - from);
    }
    return shares;
}

/// greatest(
/** The greatest pixels of windows with gaps. */
static NDArray greatest(
        NDArray x, int kernel, int stride, int padding, int dilation, int height, int width) {
    NDArray image = padded(x, padding, padding, Float.NEGATIVE_INFINITY);
    NDArray greatest = null;
    for (int i = 0; i < kernel * kernel; i++) {
        int top = i / kernel * dilation;
        int left = i % kernel * dilation;
        int bottom = top + (height - 1) * stride + 1;
        int right = left + (width - 1) * stride + 1;
        NDArray part =
                image.get(
                        ":, :, %d:%d:%d, %d:%d:%d"
                                .formatted(top, bottom, stride, left, right, stride));
        greatest = greatest == null ? part : greatest.maximum(part);
    }
    return greatest;
}

/// transposed(
/** A convolution of the image with zeros between its pixels by the mirrored kernel. */
static NDArray transposed(
        NDArray x, NDArray weight, NDArray bias, int stride, int around, int more, int dilation, int groups) {
    NDArray image = x;
    if (stride > 1) {
        long height = x.size(2);
        long width = x.size(3);
        Shape one = new Shape(x.size(0), x.size(1), height, 1, width, 1);
        Shape gaps = new Shape(x.size(0), x.size(1), height, 1, width, stride - 1);
        NDArray rows =
                NDArrays.concat(new NDList(x.reshape(one), x.getManager().zeros(gaps)), 5)
                        .reshape(x.size(0), x.size(1), height, 1, width * stride);
        Shape empty = new Shape(x.size(0), x.size(1), height, stride - 1, width * stride);
        image =
                NDArrays.concat(new NDList(rows, x.getManager().zeros(empty)), 3)
                        .reshape(x.size(0), x.size(1), height * stride, width * stride)
                        .get(
                                ":, :, :%d, :%d"
                                        .formatted(
                                                (height - 1) * stride + 1,
                                                (width - 1) * stride + 1));
    }
    long filters = weight.size(1);
    long kernel = weight.size(2);
    NDArray mirrored =
            weight.flip(2, 3)
                    .reshape(groups, -1, filters, kernel, kernel)
                    .transpose(0, 2, 1, 3, 4)
                    .reshape(groups * filters, -1, kernel, kernel);
    return Conv2d.conv2d(
                    padded(image, around, around + more, 0),
                    mirrored,
                    bias,
                    new Shape(1, 1),
                    new Shape(0, 0),
                    new Shape(dilation, dilation),
                    groups)
            .head();
}

/// padded(
/** With so many pixels more above and left, and below and right; below 0 fewer. */
static NDArray padded(NDArray x, int before, int after, float value) {
    NDArray image = x;
    for (int axis = 2; axis <= 3; axis++) {
        for (int side = 0; side <= 1; side++) {
            int size = side == 0 ? before : after;
            if (size < 0) {
                String kept = side == 0 ? -size + ":" : ":" + (image.size(axis) + size);
                image = image.get((axis == 2 ? ":, :, " : ":, :, :, ") + kept);
            } else if (size > 0) {
                long[] shape = image.getShape().getShape().clone();
                shape[axis] = size;
                NDArray edge = image.getManager().full(new Shape(shape), value);
                NDList parts = side == 0 ? new NDList(edge, image) : new NDList(image, edge);
                image = NDArrays.concat(parts, axis);
            }
        }
    }
    return image;
}

/// new Both(
/** Layers that read from both ends: each is told what both of the one before it say. */
static final class Both extends AbstractBlock {
    private final List<Block> onward = new ArrayList<>();
    private final List<Block> back = new ArrayList<>();
    private final int size;

    Both(int size, int layers, Supplier<Block> made) {
        this.size = size;
        for (int i = 0; i < layers; i++) {
            onward.add(addChildBlock("onward" + i, made.get()));
            back.add(addChildBlock("back" + i, made.get()));
        }
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        Shape shape = inputs[0];
        for (int i = 0; i < onward.size(); i++) {
            onward.get(i).initialize(manager, type, shape);
            back.get(i).initialize(manager, type, shape);
            shape = new Shape(shape.get(0), shape.get(1), 2 * size);
        }
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> options) {
        NDArray x = inputs.head();
        for (int i = 0; i < onward.size(); i++) {
            NDArray there = run(onward.get(i), x, store, training);
            NDArray here = run(back.get(i), x.flip(1), store, training).flip(1);
            x = NDArrays.concat(new NDList(there, here), 2);
        }
        return new NDList(x);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), inputs[0].get(1), 2 * size)};
    }
}

/// ends(
/** The last states of both directions. */
static NDArray ends(NDArray states, int size) {
    NDArray there = states.get(":, -1, :" + size);
    return NDArrays.concat(new NDList(there, states.get(":, 0, " + size + ":")), 1);
}

/// positions(
/** Waves that tell the places of a sequence from each other. */
static NDArray positions(NDArray x, int places, int width) {
    float[] waves = new float[places * width];
    for (int place = 0; place < places; place++) {
        for (int i = 0; i < width; i++) {
            double angle = place * Math.exp(-(i - i % 2) * Math.log(10_000) / width);
            waves[place * width + i] =
                    (float) (i % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
        }
    }
    return x.getManager().create(waves, new Shape(places, width));
}

/// attended(
/** What the queries find, in each of some heads. */
static NDArray attended(NDArray queries, NDArray keys, NDArray values, int heads, boolean causal) {
    NDArray q = parted(queries, heads);
    NDArray k = parted(keys, heads);
    NDArray scores = q.matMul(k.transpose(0, 1, 3, 2)).div(Math.sqrt(q.size(3)));
    if (causal) {
        float[][] hidden = new float[(int) q.size(2)][(int) k.size(2)];
        for (int i = 0; i < hidden.length; i++) {
            for (int j = i + 1; j < hidden[i].length; j++) {
                hidden[i][j] = Float.NEGATIVE_INFINITY;
            }
        }
        scores = scores.add(scores.getManager().create(hidden));
    }
    NDArray found = scores.softmax(3).matMul(parted(values, heads));
    return found.transpose(0, 2, 1, 3).reshape(queries.getShape());
}

/** {@code [N, L, E] -> [N, heads, L, E / heads]} */
static NDArray parted(NDArray x, int heads) {
    return x.reshape(x.size(0), x.size(1), heads, -1).transpose(0, 2, 1, 3);
}

/// uniform(
static Initializer uniform(float low, float high) {
    return (manager, shape, type) -> manager.randomUniform(low, high, shape, type);
}

/// normal(
static Initializer normal(float mean, float std) {
    return (manager, shape, type) -> manager.randomNormal(mean, std, shape, type);
}

/// truncated(
/** Normal numbers within bounds. */
static Initializer truncated(double mean, double std, double low, double high) {
    return (manager, shape, type) -> {
        float[] values = new float[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            double value;
            do {
                value = mean + std * RandomUtils.nextGaussian();
            } while (value < low || value > high);
            values[i] = (float) value;
        }
        return manager.create(values, shape);
    };
}

/// orthogonal(
/** Rows, or columns where those are fewer, at right angles (Gram and Schmidt). */
static Initializer orthogonal(double gain) {
    return (manager, shape, type) -> {
        int rows = (int) shape.get(0);
        int columns = (int) (shape.size() / rows);
        double[][] lines = new double[Math.min(rows, columns)][Math.max(rows, columns)];
        for (int i = 0; i < lines.length; i++) {
            Arrays.setAll(lines[i], j -> RandomUtils.nextGaussian());
            for (int before = 0; before <= i; before++) {
                double[] other = lines[before];
                double product = 0;
                for (int j = 0; j < other.length; j++) {
                    product += lines[i][j] * other[j];
                }
                for (int j = 0; j < other.length; j++) {
                    lines[i][j] = before < i ? lines[i][j] - product * other[j] : lines[i][j] / Math.sqrt(product);
                }
            }
        }
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            int row = i / columns;
            int column = i % columns;
            values[i] = (float) (gain * (rows <= columns ? lines[row][column] : lines[column][row]));
        }
        return manager.create(values, shape);
    };
}

/// given(
static Initializer given(String numbers) {
    String[] parts = numbers.strip().split(", ");
    float[] values = new float[parts.length];
    for (int i = 0; i < values.length; i++) {
        values[i] = Float.parseFloat(parts[i]);
    }
    return (manager, shape, type) -> manager.create(values, shape);
}
