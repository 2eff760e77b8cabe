package dev.spirallab.program;

/**
 * The running averages that the relatives of Adam share: {@code m} of {@code G}, {@code v} of G².
 */
record Averages(double beta1, double beta2) {

    void first(Code code) {
        code.run("torch.lerp_(m, G, " + Code.number(1 - beta1) + ")");
    }

    void second(Code code) {
        code.run(
                "torch.addcmul_(torch.mul_(v, %s), G, G, value=%s)"
                        .formatted(Code.number(beta2), Code.number(1 - beta2)));
    }

    /** {@code correction1 = 1 - beta1^t} */
    void firstCorrection(Code code) {
        code.let("correction1", "torch.sub(1., torch.pow(" + Code.number(beta1) + ", t))");
    }
}
