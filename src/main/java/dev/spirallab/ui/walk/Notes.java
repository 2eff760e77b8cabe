package dev.spirallab.ui.walk;

import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.spec.graph.Dropout;
import dev.spirallab.spec.graph.Dropout2d;
import dev.spirallab.spec.graph.Embedding;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.RRelu;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.OptimizerSpec.Adagrad;
import dev.spirallab.spec.training.OptimizerSpec.Adam;
import dev.spirallab.spec.training.OptimizerSpec.AdamW;
import dev.spirallab.spec.training.OptimizerSpec.Lbfgs;
import dev.spirallab.spec.training.OptimizerSpec.RmsProp;
import dev.spirallab.spec.training.OptimizerSpec.Sgd;
import dev.spirallab.spec.training.Regularization;
import dev.spirallab.ui.components.Walkthrough.Shown;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is different on the way of a single example from training, and what is not shown. */
record Notes(Texts texts, Valid valid) {

    List<String> forward(Node node, List<Shown> shown) {
        List<String> keys = new ArrayList<>(mode(node.layer()).toList());
        if (node.layer() instanceof Input && isAugmented()) {
            keys.add("walk.note.augmentation");
        }
        if (!(node.layer() instanceof Input) && isWithoutNumbers(shown)) {
            keys.add("walk.note.withoutNumbers");
        }
        return said(keys);
    }

    private static Stream<String> mode(LayerSpec layer) {
        return switch (layer) {
            case BatchNorm _ -> Stream.of("walk.note.batchNorm");
            case Dropout _, Dropout2d _ -> Stream.of("walk.note.dropout");
            case RRelu _ -> Stream.of("walk.note.rrelu");
            case LayerSpec _ -> Stream.empty();
        };
    }

    private boolean isAugmented() {
        return valid.experiment().dataset() instanceof ImageDataset images
                && !images.augmentation().isEmpty();
    }

    private static boolean isWithoutNumbers(List<Shown> shown) {
        return shown.stream()
                .flatMap(tensor -> tensor.entries().stream())
                .allMatch(entry -> entry.formula().isEmpty());
    }

    List<String> loss(Regularization regularization) {
        return regularization.l1() == 0 && regularization.l2() == 0
                ? List.of()
                : said(List.of("walk.note.penalty"));
    }

    List<String> backward(Node node, List<Shown> shown) {
        List<String> keys = new ArrayList<>(mode(node.layer()).toList());
        if (node.layer() instanceof Embedding) {
            keys.add("walk.note.whole");
        }
        if (isWithoutNumbers(shown)) {
            keys.add("walk.note.withoutNumbers");
        }
        return said(keys);
    }

    List<String> update(OptimizerSpec optimizer) {
        return switch (optimizer) {
            case Sgd _, Adam _, AdamW _, RmsProp _, Adagrad _ -> said(List.of("walk.note.alone"));
            case Lbfgs _ -> said(List.of("walk.note.search"));
            case OptimizerSpec.Adadelta _,
                    OptimizerSpec.Adamax _,
                    OptimizerSpec.NAdam _,
                    OptimizerSpec.RAdam _,
                    OptimizerSpec.Asgd _,
                    OptimizerSpec.Rprop _ ->
                    said(List.of("walk.note.alone", "walk.note.generalOptimizer"));
        };
    }

    private List<String> said(List<String> keys) {
        return keys.stream().map(texts::of).toList();
    }
}
