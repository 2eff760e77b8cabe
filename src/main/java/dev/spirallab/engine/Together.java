package dev.spirallab.engine;

import dev.spirallab.program.Program;
import dev.spirallab.program.ProgramGenerator;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which experiments can be trained at once by one program: those with one text, one data set and
 * one batch size. Rates, weight decay, regularisation, seeds and initial values may differ.
 */
public final class Together {
    private Together() {}

    private record Key(String text, DatasetSpec dataset, int batchSize) {}

    /** An experiment, which one it is, and its program if it can be trained with others. */
    record Member(int index, Valid valid, Optional<Program> program) {
        private static Member of(int index, Valid valid) {
            return new Member(
                    index,
                    valid,
                    valid.experiment().dataset() instanceof ImageDataset
                            ? Optional.empty()
                            : ProgramGenerator.together(valid));
        }

        private Object key() {
            return program.<Object>map(own ->
                            new Key(
                                    own.text(),
                                    valid.experiment().dataset(),
                                    valid.experiment().training().batchSize()))
                    .orElse(index);
        }
    }

    /** Experiments that are trained at once. */
    public static final class Group {
        private final List<Member> members;

        private Group(List<Member> members) {
            this.members = List.copyOf(members);
        }

        List<Member> members() {
            return members;
        }

        public List<Valid> variants() {
            return members.stream().map(Member::valid).toList();
        }

        /** Which of the experiments these are. */
        public List<Integer> indices() {
            return members.stream().map(Member::index).toList();
        }
    }

    /**
     * The experiments divided into groups, each in the order given. What can be trained by itself
     * only is a group of its own, and a group is no larger than what a call learns from in a short
     * time.
     */
    public static List<Group> groups(List<Valid> experiments) {
        Map<Object, List<Member>> alike = new LinkedHashMap<>();
        for (int i = 0; i < experiments.size(); i++) {
            Member member = Member.of(i, experiments.get(i));
            alike.computeIfAbsent(member.key(), _ -> new ArrayList<>()).add(member);
        }
        return alike.values().stream().flatMap(Together::parts).toList();
    }

    private static Stream<Group> parts(List<Member> all) {
        int most = atOnce(all.getFirst().valid());
        return IntStream.range(0, Math.ceilDiv(all.size(), most))
                .mapToObj(i ->
                        new Group(all.subList(i * most, Math.min(all.size(), (i + 1) * most))));
    }

    private static int atOnce(Valid valid) {
        int examples = valid.experiment().dataset().trainSize();
        int batch = valid.experiment().training().effectiveBatchSize(Math.max(1, examples));
        return Math.max(1, valid.budget().rowsPerStepCall() / batch);
    }
}
