package dev.spirallab.api;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.json.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Reads what programs send as files are read: every mistake is told at once, with its path. */
final class BodyReader extends AbstractHttpMessageConverter<Object> {

    BodyReader() {
        super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Experiment.class
                || type == Reading.class
                || Body.class.isAssignableFrom(type);
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
        byte[] json = message.getBody().readAllBytes();
        if (type == Reading.class) {
            return ExperimentJson.read(json);
        }
        return switch (ExperimentJson.readPart(type, json)) {
            case Part.Read<?>(Object value) -> value;
            case Part.Unreadable<?>(var problems) -> throw Faults.unreadable(problems);
        };
    }

    @Override
    protected void writeInternal(Object body, HttpOutputMessage message) {
        throw new UnsupportedOperationException();
    }
}
