package dev.vigia.connect.csv.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class EncodingTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String TEXT =
            "pedido;descrição;preço\n1;pão de açúcar à vista;R$ 1,00\n2;não há promoções de verão;€ 2\n".repeat(20);

    @Test
    void shouldFindOutTheEncodingWhenNobodySays() throws IOException {
        assertThat(readBack(TEXT.getBytes(UTF_8))).isEqualTo(TEXT);
        assertThat(readBack(TEXT.getBytes(WINDOWS))).isEqualTo(TEXT);
        assertThat(readBack(TEXT.getBytes(UTF_16LE))).isEqualTo(TEXT);
        assertThat(readBack(TEXT.getBytes(UTF_16BE))).isEqualTo(TEXT);
    }

    @Test
    void shouldBelieveTheMarkWhateverWasNamed() throws IOException {
        for (var charset : new Charset[] {UTF_8, UTF_16LE, UTF_16BE, Charset.forName("UTF-32LE")}) {
            // Given
            var marked = ("\uFEFF" + TEXT).getBytes(charset);
            // When
            var encoding = Encoding.of(marked, "windows-1252");
            // Then
            assertThat(encoding.charset()).isEqualTo(charset);
            assertThat(readBack(marked)).isEqualTo(TEXT);
        }
    }

    @Test
    void shouldTakeTheBeginningForUtf8WhenItsEndCutsACharacter() {
        // Given
        var bytes = "ação".getBytes(UTF_8);
        // Then
        assertThat(Encoding.of(Arrays.copyOf(bytes, 2), null).charset()).isEqualTo(UTF_8);
    }

    @Test
    void shouldAskForTheEncodingWhenItCannotBeTold() {
        // Given
        var russian = "заказ;количество\nпервый заказ;десять штук товара\n"
                .repeat(20)
                .getBytes(Charset.forName("windows-1251"));
        // When, Then
        assertThatThrownBy(() -> Encoding.of(russian, null))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("WINDOWS-1251")
                .hasMessageContaining("--encoding");
        assertThatThrownBy(() -> Encoding.of(russian, "utf-9")).hasMessageContaining("--encoding utf-9 is not known");
    }

    private static String readBack(byte[] bytes) throws IOException {
        var text = new DecodedText(new ByteArrayInputStream(bytes), Encoding.of(bytes, null));
        var all = new StringBuilder();
        var chars = new char[7];
        for (int read = text.read(chars, 0, 7); read > 0; read = text.read(chars, 0, 7)) {
            all.append(chars, 0, read);
        }
        return all.toString();
    }
}
