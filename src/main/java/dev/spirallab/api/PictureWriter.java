package dev.spirallab.api;

import dev.spirallab.frame.BoundaryPicture;
import dev.spirallab.frame.Frame;
import org.springframework.http.MediaType;

/** A boundary as a picture. */
final class PictureWriter extends AnswerWriter<BoundaryAnswer> {
    private static final int PIXELS_PER_CELL = 4;

    PictureWriter() {
        super(BoundaryAnswer.class, MediaType.IMAGE_PNG);
    }

    @Override
    byte[] bytes(BoundaryAnswer answer) {
        Frame.Boundary frame = answer.frame();
        int width = PIXELS_PER_CELL * frame.width();
        int height = PIXELS_PER_CELL * frame.height();
        return BoundaryPicture.png(BoundaryPicture.of(frame, width, height));
    }
}
