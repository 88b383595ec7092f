package huxiao.server.web.console;

import huxiao.server.api.Fault;
import huxiao.server.api.FaultyRequestException;
import huxiao.server.api.StrictForms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The faults of a form, all at once, each beside its field in the reader's language. */
final class FieldFaults {
    private FieldFaults() {}

    /**
     * A form from its fields; its faults are told together with those that are known already.
     *
     * @throws FaultyRequestException with every fault
     */
    static <T extends Record> T read(StrictForms forms, Map<String, String> fields, Class<T> type, List<Fault> known) {
        List<Fault> faults = new ArrayList<>(known);
        try {
            T form = forms.read(fields, type);
            if (faults.isEmpty()) {
                return form;
            }
        } catch (FaultyRequestException e) {
            faults.addAll(e.faults());
        }
        throw new FaultyRequestException(faults);
    }

    /** The first fault of each field by the field's name; under the empty name that of the form as a whole. */
    static Map<String, String> messages(FaultyRequestException e, PageText text) {
        Map<String, String> messages = new LinkedHashMap<>();
        e.faults()
                .forEach(fault -> messages.putIfAbsent(
                        fault.member(), text.of(fault.key(), fault.arguments().toArray())));
        return messages;
    }
}
