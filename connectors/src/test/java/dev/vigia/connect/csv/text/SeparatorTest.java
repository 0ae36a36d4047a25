package dev.vigia.connect.csv.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeparatorTest {

    @Test
    void shouldFindTheSeparatorThatCutsTheLinesEvenly() {
        assertThat(of("a,b,c\n1,2,3\n", null)).isEqualTo(',');
        assertThat(of("a;b;c\n1,5;2,5;3,5\n", null)).isEqualTo(';');
        assertThat(of("a\tb\n1,2\t3,4\n", null)).isEqualTo('\t');
        assertThat(of("a|b|c\n\"1|1\"|2|3\n", null)).isEqualTo('|');
        assertThat(of("only\n1\n", null)).isEqualTo(',');
    }

    @Test
    void shouldPreferTheSeparatorThatGivesTheColumnsOfTheMapping() {
        assertThat(of("quantity;price,net\n1;2,0\n", null)).isEqualTo(';');
    }

    @Test
    void shouldTakeWhatIsNamedAndRefuseWhatIsNone() {
        assertThat(of("a,b\n", "tab")).isEqualTo('\t');
        assertThat(of("a,b\n", "#")).isEqualTo('#');
        assertThatThrownBy(() -> of("a,b\n", "::"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--separator ::");
    }

    private static char of(String text, @Nullable String named) {
        return Separator.of(text.getBytes(UTF_8), new Encoding(UTF_8, 0, ""), Set.of("quantity"), named);
    }
}
