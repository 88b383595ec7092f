package huxiao.index.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.http.ContentTooLongException;
import org.junit.jupiter.api.Test;

class PageSizeTest {
    private final List<Integer> asked = new ArrayList<>();

    @Test
    void pages_double_up_to_the_largest_and_no_more_is_asked_for_than_wanted() throws IOException {
        PageSize size = new PageSize(10, 40);
        for (long wanted : new long[] {100, 100, 100, 100, 3, 0}) {
            size.ask(wanted, this::answer);
        }
        assertThat(asked).containsExactly(10, 20, 40, 40, 3, 0);
    }

    @Test
    void after_an_answer_too_long_for_the_client_half_as_many_are_asked_for() throws IOException {
        PageSize size = new PageSize(40, 40);
        int answered = size.ask(100, documents -> tooLongAbove(10, documents));
        assertThat(answered).isEqualTo(10);
        assertThat(asked).containsExactly(40, 20, 10);
        assertThatThrownBy(() -> size.ask(1, documents -> tooLongAbove(0, documents)))
                .hasRootCauseInstanceOf(ContentTooLongException.class);
    }

    private int answer(int documents) {
        asked.add(documents);
        return documents;
    }

    private int tooLongAbove(int most, int documents) throws IOException {
        asked.add(documents);
        if (documents > most) {
            throw new IOException("wrapped by the client", new ContentTooLongException("too long"));
        }
        return documents;
    }
}
