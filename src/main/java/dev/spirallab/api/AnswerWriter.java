package dev.spirallab.api;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Writes answers of one type in another form than JSON, for who accepts that. */
abstract class AnswerWriter<T> extends AbstractHttpMessageConverter<T> {
    private final Class<T> answers;

    AnswerWriter(Class<T> answers, MediaType form) {
        super(form);
        this.answers = answers;
    }

    abstract byte[] bytes(T answer);

    @Override
    protected boolean supports(Class<?> type) {
        return type == answers;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType form) {
        return false;
    }

    @Override
    protected T readInternal(Class<? extends T> type, HttpInputMessage message) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void writeInternal(T answer, HttpOutputMessage message) throws IOException {
        message.getBody().write(bytes(answer));
    }
}
