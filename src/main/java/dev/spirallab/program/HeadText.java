package dev.spirallab.program;

import dev.spirallab.validation.Head;

/** What the model's output means, in TorchScript. */
final class HeadText {
    private HeadText() {}

    /** What a person is shown of the output: probabilities, or the values themselves. */
    static String scores(Head head, String output) {
        return switch (head) {
            case VALUES -> output;
            case SOFTMAX -> "torch.softmax(" + output + ", 1)";
            case SIGMOIDS -> "torch.sigmoid(" + output + ")";
            case SIGMOID ->
                    "torch.sigmoid(torch.cat([torch.neg(%s), %s], 1))".formatted(output, output);
            case LOG_PROBABILITIES -> "torch.exp(" + output + ")";
            case ONE_HOT -> "torch.clamp(" + output + ", 0., 1.)";
        };
    }

    /** Whether each row's answer is right: {@code [rows]}; for values always not. */
    static String correct(Head head, String output, String target) {
        return switch (head) {
            case VALUES -> "torch.zeros_like(torch.select(" + output + ", 1, 0))";
            case SOFTMAX, SIGMOIDS, LOG_PROBABILITIES, ONE_HOT ->
                    "torch.eq(torch.argmax(%s, 1), torch.argmax(%s, 1))".formatted(output, target);
            case SIGMOID ->
                    "torch.eq(torch.gt(%s, 0), torch.gt(%s, 0.5))".formatted(output, target);
        };
    }
}
