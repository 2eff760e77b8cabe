package dev.spirallab.ui.preview;

import org.jsoup.nodes.Element;

/** The {@code meta} elements of a page. What they say is text, whatever stands in it. */
record Tags(Element head) {

    void title(String title) {
        property("og:title", title);
    }

    void description(String description) {
        property("og:description", description);
        name("description", description);
    }

    void property(String property, String content) {
        head.appendElement("meta").attr("property", property).attr("content", content);
    }

    void name(String name, String content) {
        head.appendElement("meta").attr("name", name).attr("content", content);
    }
}
