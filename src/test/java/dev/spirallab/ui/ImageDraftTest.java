package dev.spirallab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.data.Augmentation;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.ImageDataset.Frame;
import dev.spirallab.spec.data.ImageFolders;
import dev.spirallab.spec.data.ImageTransform;
import dev.spirallab.spec.data.Normalization;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class ImageDraftTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ImageDraft draft =
            new ImageDraft(
                    new ImageFolders(
                            new Content("0".repeat(64), "pets.zip"),
                            List.of("cats", "dogs"),
                            8,
                            true,
                            12,
                            16,
                            List.of(),
                            List.of(),
                            new Normalization.Measured(),
                            Holdout.random,
                            7,
                            0.2));

    @Test
    void stepsAreDoneInTheOrderInWhichTheyAreChosenAndBeginWithTheSizeAsItIs() {
        assertThat(draft.put("transforms", "imageTransform", "pad", true)).isEmpty();
        assertThat(draft.put("transforms", "imageTransform", "centerCrop", true)).isEmpty();
        assertThat(draft.set("transforms.centerCrop.height", JSON.numberNode(8))).isEmpty();

        assertThat(draft.images().transforms())
                .containsExactly(new ImageTransform.Pad(2), new ImageTransform.CenterCrop(8, 20));
        assertThat(draft.images().shown()).isEqualTo(new Frame(3, 8, 20));

        draft.put("transforms", "imageTransform", "pad", false);
        assertThat(draft.images().transforms())
                .containsExactly(new ImageTransform.CenterCrop(8, 20));
    }

    @Test
    void augmentationHasItsOwnSettings() {
        draft.put("augmentation", "augmentation", "randomRotation", true);
        draft.set("augmentation.randomRotation.degrees", JSON.numberNode(25));

        assertThat(draft.images().augmentation())
                .containsExactly(new Augmentation.RandomRotation(25));
        assertThat(draft.shown().at("/augmentation/randomRotation/degrees").asDouble())
                .isEqualTo(25);
    }

    @Test
    void normalisationByGivenNumbersBeginsWithOneForEachChannel() {
        draft.set("normalization", JSON.objectNode().put("kind", "given"));

        assertThat(draft.images().normalization())
                .isEqualTo(new Normalization.Given(List.of(0.5, 0.5, 0.5), List.of(0.5, 0.5, 0.5)));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThat(draft.set("testFraction", JSON.numberNode(2))).hasSize(1);
        assertThat(draft.set("height", JSON.numberNode(0))).hasSize(1);

        assertThat(draft.images().frame()).isEqualTo(new Frame(3, 12, 16));
    }
}
