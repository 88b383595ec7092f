package huxiao.server.api;

import java.io.IOException;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.stereotype.Component;

/** Reads the API's forms with {@link StrictForms}; every other type is left to the usual converters. */
@Component
final class FormConverter extends AbstractHttpMessageConverter<Record> {
    private final StrictForms forms;

    FormConverter(StrictForms forms) {
        super(MediaType.APPLICATION_JSON);
        this.forms = forms;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isRecord() && type.isAnnotationPresent(RequestForm.class);
    }

    @Override
    public boolean canWrite(Class<?> type, MediaType mediaType) {
        return false;
    }

    @Override
    protected Record readInternal(Class<? extends Record> type, HttpInputMessage message) throws IOException {
        return forms.read(message.getBody().readAllBytes(), type);
    }

    @Override
    protected void writeInternal(Record form, HttpOutputMessage message) {
        throw new HttpMessageNotWritableException("forms are only read");
    }
}
