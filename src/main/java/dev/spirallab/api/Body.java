package dev.spirallab.api;

/** What a program sends besides an experiment; read as strictly as the document is. */
public sealed interface Body permits LinkBody, MarkBody, Order, RunBody, SweepBody, VersionBody {}
