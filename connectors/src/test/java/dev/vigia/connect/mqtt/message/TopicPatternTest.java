package dev.vigia.connect.mqtt.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicPatternTest {

    @Test
    void shouldReadTheNamesOfATopicWhenItHasTheShape() {
        // Given
        var pattern = TopicPattern.parse("plant/{machine}/+/{measure}/#");
        // Then
        assertThat(pattern.filter()).isEqualTo("plant/+/+/+/#");
        assertThat(pattern.match("plant/M-1/raw/vibration/x/y")).containsExactly("M-1", "vibration");
        assertThat(pattern.match("plant/M-1/raw/vibration")).containsExactly("M-1", "vibration");
        assertThat(pattern.match("plant/M-1/raw")).isNull();
        assertThat(pattern.match("factory/M-1/raw/vibration")).isNull();
    }

    @Test
    void shouldNotTakeMoreLevelsThanItHas() {
        var pattern = TopicPattern.parse("plant/{machine}");
        assertThat(pattern.match("plant/M-1")).containsExactly("M-1");
        assertThat(pattern.match("plant/")).containsExactly("");
        assertThat(pattern.match("plant/M-1/x")).isNull();
        assertThat(pattern.match("plant")).isNull();
        assertThat(pattern.match("plan")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plant/{machine", "plant/m{machine}", "#/plant", "plant/a+", "plant/{}", "{a}/{a}"})
    void shouldRefuseWhatIsNoPattern(String text) {
        assertThatThrownBy(() -> TopicPattern.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
