package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.Evaluation.Score;
import dev.spirallab.run.Sweep.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static Point point(long step) {
        Score score = new Score(1, 1);
        return new Point(step, step, new Evaluation(score, score));
    }

    @Test
    void anyNumberOfLooksLeavesSomeHundredPointsEvenlyWithTheFirstAndTheNewest() {
        Course course = new Course();
        for (int look = 0; look < 5_000; look++) {
            course.add(point(look));
            List<Long> steps = course.points().stream().map(Point::step).toList();
            assertThat(steps).hasSizeLessThanOrEqualTo(Course.MOST + 1).startsWith(0L);
            assertThat(steps.getLast()).isEqualTo(look);
        }
        List<Long> steps = course.points().stream().map(Point::step).toList();
        assertThat(steps).hasSizeGreaterThan(Course.MOST / 2);
        for (int i = 1; i < steps.size() - 1; i++) {
            assertThat(steps.get(i)).isEqualTo(i * steps.get(1));
        }
    }
}
