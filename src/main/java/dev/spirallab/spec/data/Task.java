package dev.spirallab.spec.data;

/** What is to be learnt, and so how wide the model's last layer is. */
public sealed interface Task {
    record Classification(int classes) implements Task {}

    record Regression(int targets) implements Task {}
}
