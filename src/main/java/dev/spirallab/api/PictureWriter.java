package dev.spirallab.api;

import dev.spirallab.frame.BoundaryPicture;
import dev.spirallab.frame.Frame;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** A boundary as a picture, for who accepts {@code image/png}. */
final class PictureWriter extends AbstractHttpMessageConverter<BoundaryAnswer> {
    private static final int PIXELS_PER_CELL = 4;

    PictureWriter() {
        super(MediaType.IMAGE_PNG);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == BoundaryAnswer.class;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected BoundaryAnswer readInternal(
            Class<? extends BoundaryAnswer> type, HttpInputMessage message) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void writeInternal(BoundaryAnswer answer, HttpOutputMessage message)
            throws IOException {
        Frame.Boundary frame = answer.frame();
        int width = PIXELS_PER_CELL * frame.width();
        int height = PIXELS_PER_CELL * frame.height();
        message.getBody().write(BoundaryPicture.png(BoundaryPicture.of(frame, width, height)));
    }
}
