package dev.spirallab.browser;

class H2SharedRunBrowserTest extends SharedRunBrowserTest {}
