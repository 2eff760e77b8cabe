package dev.spirallab.validation;

import dev.spirallab.spec.graph.Reshape;
import dev.spirallab.spec.graph.Transpose;
import dev.spirallab.spec.graph.Upsample;
import dev.spirallab.spec.graph.UpsampleMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Layers that lay numbers out anew. */
final class ShapeRules {
    private ShapeRules() {}

    static Outcome flatten(TensorShape in) {
        return Outcome.of(TensorShape.of(Outcome.dimension(in.size())), 0, 0, 0)
                .but(Outcome.tooWide(in.size()));
    }

    static Outcome reshape(Reshape reshape, TensorShape in) {
        List<Integer> shape = reshape.shape();
        if (Collections.frequency(shape, -1) > 1) {
            return Outcome.unknown(
                    List.of(Flaw.of("reshape.unknowns", reshape, "shape", Map.of())));
        }
        long known =
                shape.stream()
                        .filter(size -> size != -1)
                        .mapToLong(Integer::longValue)
                        .reduce(1, Count::times);
        boolean fits =
                shape.contains(-1) ? known > 0 && in.size() % known == 0 : known == in.size();
        if (!fits) {
            Map<String, String> sizes =
                    Map.of("size", String.valueOf(in.size()), "shape", in.text());
            return Outcome.unknown(List.of(Flaw.of("reshape.size", reshape, "shape", sizes)));
        }
        int missing = (int) (in.size() / known);
        return Outcome.of(
                new TensorShape(shape.stream().map(size -> size == -1 ? missing : size).toList()),
                0,
                0,
                0);
    }

    static Outcome transpose(Transpose transpose, TensorShape in) {
        List<Flaw> flaws =
                new ArrayList<>(ActivationRules.noDim(transpose, "dim0", transpose.dim0(), in));
        flaws.addAll(ActivationRules.noDim(transpose, "dim1", transpose.dim1(), in));
        if (!flaws.isEmpty()) {
            return Outcome.unknown(flaws);
        }
        TensorShape out =
                in.with(transpose.dim0(), in.along(transpose.dim1()))
                        .with(transpose.dim1(), in.along(transpose.dim0()));
        return Outcome.of(out, 0, 0, 0);
    }

    static Outcome upsample(Upsample upsample, TensorShape in) {
        List<Flaw> unfit = Ranks.CHANNELS.flaws(upsample, in);
        if (!unfit.isEmpty()) {
            return Outcome.unknown(unfit);
        }
        TensorShape out = in;
        for (int dim = 2; dim <= in.rank(); dim++) {
            out = out.with(dim, Outcome.dimension((long) in.along(dim) * upsample.scaleFactor()));
        }
        List<Flaw> flaws = new ArrayList<>(Outcome.tooWide(out.size()));
        if (upsample.mode() == UpsampleMode.bilinear && in.rank() == 2) {
            flaws.add(
                    Flaw.of("upsample.bilinear", upsample, "mode", Map.of("shape", in.text()))
                            .remedied(upsample, "mode", UpsampleMode.nearest));
        }
        return Outcome.plain(out, upsample.mode() == UpsampleMode.bilinear ? 8 : 0).but(flaws);
    }
}
