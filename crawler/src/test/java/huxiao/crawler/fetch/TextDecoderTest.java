package huxiao.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextDecoderTest {
    private static final String POST = "<html><body>新华区实验小学门口放学的时候有人打架，家长们注意安全。𠮷</body></html>";
    private static final String BIG5_POST = "<html><body>新華區實驗小學門口放學的時候有人打架，家長們注意安全。</body></html>";
    private static final String COMMON = "的一是不了在人有我他这中大来上个国学到说们为子和你地出道也时年得就那要下以生会自着去之过家校师老打架安全门口";

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("UTF-8, declared", POST, "UTF-8", "text/html; charset=utf-8"),
                Arguments.of("UTF-8, nothing declared", POST, "UTF-8", ""),
                Arguments.of("UTF-8 under a header that says GBK", POST, "UTF-8", "text/html; charset=gbk"),
                Arguments.of(
                        "UTF-8 under a header that says ISO-8859-1", POST, "UTF-8", "text/html; charset=ISO-8859-1"),
                Arguments.of("GB18030, declared", POST, "GB18030", "text/html; charset=GB18030"),
                Arguments.of(
                        "GBK declared as GB2312 with characters beyond it",
                        POST,
                        "GB18030",
                        "text/html; charset=gb2312"),
                Arguments.of("GBK, nothing declared", POST, "GB18030", ""),
                Arguments.of("GBK under a header that says UTF-8", POST, "GB18030", "text/html; charset=utf-8"),
                Arguments.of("GBK under a server's default", POST, "GB18030", "text/html; charset=ISO-8859-1"),
                Arguments.of(
                        "GBK under a charset that nobody knows",
                        POST,
                        "GB18030",
                        "text/html; charset=chinese-simplified-x"),
                Arguments.of("GBK under a charset with an illegal name", POST, "GB18030", "text/html; charset=..:"),
                Arguments.of("GBK declared in quotes", POST, "GB18030", "text/html; charset=\"gbk\""),
                Arguments.of("Big5, declared", BIG5_POST, "Big5", "text/html; charset=big5"),
                Arguments.of("plain ASCII under anything", "<p>hello</p>", "US-ASCII", "text/html; charset=utf-16"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void a_page_is_decoded_whatever_its_header_says(String reason, String text, String charset, String contentType) {
        assertThat(TextDecoder.decode(text.getBytes(Charset.forName(charset)), contentType))
                .as(reason)
                .isEqualTo(text);
    }

    @Test
    void the_markup_declares_where_the_header_does_not() {
        String html =
                "<html><head><meta http-equiv='Content-Type' content='text/html; charset=big5'></head>" + BIG5_POST;
        String xml = "<?xml version='1.0' encoding='gb2312'?><rss><title>校园</title></rss>";

        assertThat(TextDecoder.decode(html.getBytes(Charset.forName("Big5")), "text/html"))
                .isEqualTo(html);
        assertThat(TextDecoder.decode(xml.getBytes(Charset.forName("GBK")), "text/xml"))
                .isEqualTo(xml);
    }

    @Test
    void a_byte_order_mark_decides_and_goes() {
        assertThat(TextDecoder.decode(("\uFEFF" + POST).getBytes(StandardCharsets.UTF_8), "text/html; charset=gbk"))
                .isEqualTo(POST);
        assertThat(TextDecoder.decode(("\uFEFF" + POST).getBytes(StandardCharsets.UTF_16BE), ""))
                .isEqualTo(POST);
        assertThat(TextDecoder.decode(("\uFEFF" + POST).getBytes(StandardCharsets.UTF_16LE), ""))
                .isEqualTo(POST);
    }

    @Test
    void one_broken_byte_does_not_turn_a_utf8_page_into_gbk() {
        byte[] bytes = POST.repeat(3).getBytes(StandardCharsets.UTF_8);
        bytes[30] = (byte) 0xff;

        assertThat(TextDecoder.decode(bytes, "")).contains("有人打架，家长们注意安全").contains("\uFFFD");
    }

    @Test
    void a_few_characters_that_could_be_either_are_read_as_declared() {
        byte[] bytes = "脟脦".getBytes(Charset.forName("GBK")); // C3 94 C3 8E: well-formed UTF-8, too

        assertThat(TextDecoder.decode(bytes, "text/html; charset=gbk")).isEqualTo("脟脦");
        assertThat(TextDecoder.decode(bytes, "")).hasSize(2).isNotEqualTo("脟脦");
    }

    @Property(tries = 300)
    void chinese_is_decoded_exactly_under_any_header(
            @ForAll("posts") String text, @ForAll("encodings") Charset charset, @ForAll("headers") String contentType) {
        ByteBuffer bytes = charset.encode(text);
        byte[] array = new byte[bytes.remaining()];
        bytes.get(array);

        assertThat(TextDecoder.decode(array, contentType)).isEqualTo(text);
    }

    @Property(tries = 300)
    void any_bytes_give_a_text(@ForAll byte[] bytes, @ForAll String contentType) {
        assertThat(TextDecoder.decode(bytes, contentType)).isNotNull();
    }

    @Provide
    Arbitrary<String> posts() {
        return Arbitraries.strings()
                .withChars(COMMON.toCharArray())
                .ofMinLength(30)
                .ofMaxLength(300);
    }

    @Provide
    Arbitrary<Charset> encodings() {
        return Arbitraries.of(StandardCharsets.UTF_8, Charset.forName("GBK"), Charset.forName("GB18030"));
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.of(
                "", "text/html", "text/html; charset=utf-8", "text/html; charset=gbk", "text/html; charset=latin1");
    }
}
