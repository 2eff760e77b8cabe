package dev.spirallab.program;

import java.util.List;

/**
 * How many runs the text of a training is for. Where it is for many at once, parameters, gradients,
 * batches and losses have a leading dimension, an entry a run; a vector of parameters is a row,
 * {@code [runs, 1, n]}; and the settings that may differ ({@code rate}, {@code weight_decay},
 * {@code l1}, {@code l2}) are tensors {@code [runs, 1]}, not numbers. Most lines are true of both;
 * here is what PyTorch says differently.
 */
enum Runs {
    ONE {
        @Override
        String shape(List<Integer> parameter) {
            return parameter.toString();
        }

        @Override
        String transposed(String matrix) {
            return "torch.t(" + matrix + ")";
        }

        @Override
        String product(String a, String b) {
            return "torch.mm(" + a + ", " + b + ")";
        }

        @Override
        String putProduct(String place, String a, String b) {
            return "torch.mm(%s, %s, out=%s)".formatted(a, b, place);
        }

        @Override
        String productAndSum(String a, String b, String sum, int columns) {
            return "torch.addmm(%s, %s, %s)".formatted(sum, a, b);
        }

        @Override
        String logSoftmax(String matrix, int columns) {
            return "torch.log_softmax(" + matrix + ", -1)";
        }

        @Override
        String putSumOfRows(String place, String matrix) {
            return "torch.sum(%s, [0], False, out=%s)".formatted(matrix, place);
        }

        @Override
        String add(String to, String what, String times) {
            return "torch.add_(%s, %s, alpha=%s)".formatted(to, what, times);
        }

        @Override
        String subtract(String from, String what, String times) {
            return "torch.add_(%s, %s, alpha=torch.neg(%s))".formatted(from, what, times);
        }

        @Override
        String subtractQuotient(String from, String a, String b, String times) {
            return "torch.addcdiv_(%s, %s, %s, value=torch.neg(%s))".formatted(from, a, b, times);
        }

        @Override
        String anyOther(String setting, String than) {
            return "torch.ne(%s, %s)".formatted(setting, than);
        }

        @Override
        String all(String data) {
            return data;
        }

        @Override
        String picked(String data) {
            return "torch.index_select(" + data + ", 0, rows)";
        }
    },
    MANY {
        @Override
        String shape(List<Integer> parameter) {
            String each = parameter.toString().substring(1);
            return (parameter.size() == 1 ? "[-1, 1, " : "[-1, ") + each;
        }

        @Override
        String transposed(String matrix) {
            return "torch.transpose(" + matrix + ", 1, 2)";
        }

        @Override
        String product(String a, String b) {
            return "torch.bmm(" + a + ", " + b + ")";
        }

        // the places of a gradient do not lie side by side, and such are written one by one
        @Override
        String putProduct(String place, String a, String b) {
            return "torch.copy_(%s, torch.bmm(%s, %s))".formatted(place, a, b);
        }

        @Override
        String productAndSum(String a, String b, String sum, int columns) {
            return few(columns)
                    ? transposed(
                            "torch.baddbmm(%s, %s, %s)"
                                    .formatted(transposed(sum), transposed(b), transposed(a)))
                    : "torch.baddbmm(%s, %s, %s)".formatted(sum, a, b);
        }

        // along the rows, which lie side by side where there are few columns
        @Override
        String logSoftmax(String matrix, int columns) {
            return few(columns)
                    ? transposed("torch.log_softmax(" + transposed(matrix) + ", 1)")
                    : ONE.logSoftmax(matrix, columns);
        }

        /* Fewer than a processor computes at once. */
        private static boolean few(int columns) {
            return columns < 8;
        }

        @Override
        String putSumOfRows(String place, String matrix) {
            return "torch.sum(%s, [1], True, out=%s)".formatted(matrix, place);
        }

        // two steps, for three tensors of which one is repeated are taken number by number
        @Override
        String add(String to, String what, String times) {
            return "torch.add_(%s, torch.mul(%s, %s))".formatted(to, what, times);
        }

        @Override
        String subtract(String from, String what, String times) {
            return "torch.sub_(%s, torch.mul(%s, %s))".formatted(from, what, times);
        }

        @Override
        String subtractQuotient(String from, String a, String b, String times) {
            return subtract(from, "torch.div(%s, %s)".formatted(a, b), times);
        }

        @Override
        String anyOther(String setting, String than) {
            return "bool(torch.any(torch.ne(%s, %s)))".formatted(setting, than);
        }

        @Override
        String all(String data) {
            return "torch.expand(torch.unsqueeze(%s, 0), [torch.size(P, 0), -1, -1])"
                    .formatted(data);
        }

        @Override
        String picked(String data) {
            String flat = "torch.index_select(%s, 0, torch.reshape(rows, [-1]))".formatted(data);
            String each =
                    "torch.reshape(%s, [torch.size(rows, 0), -1, torch.size(%s, 1)])"
                            .formatted(flat, data);
            return "torch.expand(%s, [torch.size(P, 0), -1, -1])".formatted(each);
        }
    };

    /** That of a parameter of this shape. */
    abstract String shape(List<Integer> parameter);

    abstract String transposed(String matrix);

    /** {@code a b} */
    abstract String product(String a, String b);

    /** {@code place = a b} */
    abstract String putProduct(String place, String a, String b);

    /** {@code a b + sum}, the sum being a row and {@code columns} wide. */
    abstract String productAndSum(String a, String b, String sum, int columns);

    /** Of each row of a matrix that {@link #productAndSum} may have made. */
    abstract String logSoftmax(String matrix, int columns);

    /** {@code place = sum of the matrix's rows} */
    abstract String putSumOfRows(String place, String matrix);

    /** {@code to += times what}, times being a setting. */
    abstract String add(String to, String what, String times);

    /** {@code from -= times what}, times being a setting. */
    abstract String subtract(String from, String what, String times);

    /** {@code from -= times a / b}, times being a setting. */
    abstract String subtractQuotient(String from, String a, String b, String times);

    /** Whether a setting is another number, of any run. */
    abstract String anyOther(String setting, String than);

    /** All rows of the data, for each run. */
    abstract String all(String data);

    /** The rows of the data that each run picks; they may all pick the same. */
    abstract String picked(String data);
}
