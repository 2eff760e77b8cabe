package dev.spirallab.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TagsTest {

    @ParameterizedTest
    @MethodSource("dev.spirallab.Scripts#all")
    void whatSomebodyTypedIsText(String script) {
        Document page = Jsoup.parse("<!doctype html><title>Spiral Lab</title>");

        new Tags(page.head()).title(script);

        Document read = Jsoup.parse(page.outerHtml());
        assertThat(read.select("meta[property=og:title]").attr("content")).isEqualTo(script);
        assertThat(read.getAllElements()).hasSameSizeAs(page.getAllElements());
        assertThat(read.select("script, style, img, iframe, base")).isEmpty();
    }
}
