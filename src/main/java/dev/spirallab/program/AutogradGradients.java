package dev.spirallab.program;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Autograd looks at the forward pass and finds the gradients by itself. */
record AutogradGradients(Network network, LossRule loss) implements GradientText {
    @Override
    public void prepare(Code code) {
        network.unpackBuffers(code);
        network.unpackParameters(code);
        code.comment("autograd keeps a record of what happens to these");
        for (String name : variables()) {
            code.let(name, "torch.requires_grad_(torch.detach(" + name + "), True)");
        }
        code.let("G", "torch.zeros_like(P)");
    }

    private List<String> variables() {
        return network.parameters().stream().map(network::variable).toList();
    }

    @Override
    public void prepareTargets(Code code) {}

    @Override
    public void batch(Code code) {
        if (network.parameters().isEmpty()) {
            throw new IllegalStateException("nothing to find gradients of");
        }
        code.line("torch.set_grad_enabled(True)");
        network.forward(Pass.AUTOGRAD, code);
        String total = loss.total(network.output().name(), "target");
        code.let("loss", loss.mean(total, "target"));
        code.let("grads", "torch.grad([loss], [" + String.join(", ", variables()) + "])");
        code.line("torch.set_grad_enabled(False)");
        code.let("G", "torch.cat([" + flat() + "], 0)");
        code.run("torch.copy_(" + LossRule.slot() + ", loss)");
    }

    private String flat() {
        return IntStream.range(0, network.parameters().size())
                .mapToObj("torch.flatten(unchecked_cast(Tensor, grads[%d]))"::formatted)
                .collect(Collectors.joining(", "));
    }
}
