package dev.spirallab.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spirallab.frame.Look;
import dev.spirallab.frame.Mistakes;
import dev.spirallab.run.Cursor;
import dev.spirallab.run.Inquiry;
import dev.spirallab.run.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.MultiValueMap;

class WishesTest {

    @Test
    void whoAsksForNothingGetsTheStandard() {
        Wishes wishes = Wishes.of(MultiValueMap.fromSingleValue(Map.of()));
        assertThat(wishes).isEqualTo(new Wishes(View.STANDARD, Cursor.START));
    }

    @Test
    void everythingMayBeAskedFor() {
        Map<String, String> parameters =
                Map.of("fps", "5", "grid", "50", "boundary", "false", "attempt", "2", "from", "17");
        assertThat(Wishes.of(MultiValueMap.fromSingleValue(parameters)))
                .isEqualTo(new Wishes(new View(5, 50, false), new Cursor(2, 17)));
    }

    @Test
    void aMessageChangesWhatItNames() {
        View view = new View(5, 50, true);
        assertThat(Wishes.changed(view, "{}")).isEqualTo(view);
        assertThat(Wishes.changed(view, "{\"boundary\": false}")).isEqualTo(new View(5, 50, false));
        assertThat(Wishes.changed(view, "{\"fps\": 60, \"grid\": 25, \"other\": []}"))
                .isEqualTo(new View(60, 25, true));
        assertThat(Wishes.changed(view, "{\"layers\": true, \"units\": true}"))
                .isEqualTo(new View(5, 50, true, false, true, true));
        View back =
                new View(5, 50, true, false, false, false, true, OptionalLong.of(5_000_000_000L));
        assertThat(Wishes.changed(view, "{\"trail\": true, \"past\": 5000000000}")).isEqualTo(back);
        assertThat(Wishes.changed(back, "{\"trail\": false, \"past\": null}")).isEqualTo(view);
    }

    @Test
    void singleExamplesMayBeAskedAbout() {
        View view =
                Wishes.changed(
                        View.STANDARD,
                        """
                        {"ask": [{"kind": "worst", "truth": 3, "answer": 5},
                                 {"kind": "own", "id": 7, "cells": ["1.5", "red"]},
                                 {"kind": "own", "id": 8, "place": [0.5, -1]},
                                 {"kind": "outputs", "node": "fc"}]}\
                        """);
        assertThat(view.inquiries())
                .containsExactly(
                        new Inquiry.Worst(Optional.of(new Mistakes.Cell(3, 5))),
                        new Inquiry.Own(7, new Inquiry.Example.Row(List.of("1.5", "red"))),
                        new Inquiry.Own(8, new Inquiry.Example.Place(0.5, -1)),
                        new Inquiry.Outputs("fc"));
        assertThat(Wishes.changed(view, "{\"fps\": 5}").inquiries()).isEqualTo(view.inquiries());
        assertThat(Wishes.changed(view, "{\"ask\": []}").inquiries()).isEmpty();
    }

    @Test
    void whoLooksIntoALayerSaysWhereAndLooksAwayAgain() {
        View looking =
                Wishes.changed(
                        new View(5, 50, true),
                        """
                        {"look": {"node": "conv", "name": "weight", "row": 64, "example": 3}}\
                        """);
        assertThat(looking.look()).contains(new Look("conv", "weight", false, 64, 0, 3));
        assertThat(Wishes.changed(looking, "{\"fps\": 10}").look()).isEqualTo(looking.look());
        assertThat(Wishes.changed(looking, "{\"look\": null}").look()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "3",
                "[]",
                "{\"fps\": 0}",
                "{\"grid\": 1e9}",
                "{\"ask\": 1}",
                "{\"ask\": [{\"kind\": \"other\"}]}",
                "{\"ask\": [{\"kind\": \"outputs\"}, {\"kind\": \"outputs\"},"
                        + " {\"kind\": \"outputs\"}, {\"kind\": \"outputs\"}, {\"kind\": \"outputs\"}]}",
                "{\"look\": {\"row\": -1}}"
            })
    void nonsenseIsRefused(String json) {
        assertThatThrownBy(() -> Wishes.changed(View.STANDARD, json))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
