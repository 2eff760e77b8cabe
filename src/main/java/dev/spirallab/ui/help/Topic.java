package dev.spirallab.ui.help;

/**
 * Something that is explained.
 *
 * @param key as in the bundles, such as {@code setting.learningRate}, {@code optimizer.adam}, or
 *     {@code optimizer.adamW.weightDecay} where a setting means something of its own
 * @param name in the reader's words
 * @param text two sentences
 * @param formula LaTeX
 */
public record Topic(String key, String name, String text, String formula) {}
