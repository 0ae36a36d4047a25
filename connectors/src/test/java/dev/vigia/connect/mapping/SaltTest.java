package dev.vigia.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.connect.capture.MappingPlan;
import dev.vigia.connect.csv.CsvMapping;
import dev.vigia.connect.topics.MappedTopics;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Salts and the hashes they make. */
class SaltTest {

    private static final String SECRET = "a secret for tests only";

    @Test
    void shouldMakeTheHmacThatJavaMakes() throws Exception {
        // Given
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] expected = mac.doFinal("José".getBytes(StandardCharsets.UTF_8));
        // Then
        assertThat(Salt.of("s2", SECRET).hash("José"))
                .isEqualTo("s2:" + Base64.getUrlEncoder().withoutPadding().encodeToString(expected));
    }

    @Test
    void shouldMakeOtherHashesWhenTheSaltIsRotated() {
        assertThat(Salt.of("s1", SECRET).hash("x").substring(3))
                .isEqualTo(Salt.of("s2", SECRET).hash("x").substring(3))
                .isNotEqualTo(Salt.of("s2", SECRET + "!").hash("x").substring(3));
    }

    @Test
    void shouldDeriveKeysThatAreNeitherEachOtherNorAHash() {
        // Given
        var salt = Salt.of("s1", SECRET);
        // Then
        assertThat(salt.derive("rows"))
                .hasSize(32)
                .isEqualTo(Salt.of("s2", SECRET).derive("rows"))
                .isNotEqualTo(salt.derive("keys"))
                .isNotEqualTo(Salt.of("s1", SECRET + "!").derive("rows"))
                .isNotEqualTo(Base64.getUrlDecoder().decode(salt.hash("rows").substring(3)));
    }

    @Test
    void shouldTellSaltsOfTheSameIdApartByTheirFingerprints() {
        assertThat(Salt.of("s1", SECRET).fingerprint())
                .matches("salt s1 [0-9a-f]{12}")
                .isEqualTo(Salt.of("s1", SECRET).fingerprint())
                .isNotEqualTo(Salt.of("s1", SECRET + "!").fingerprint())
                .isNotEqualTo(Salt.of("s2", SECRET).fingerprint());
        assertThat(Salt.none().fingerprint()).isEqualTo("no salt");
    }

    @Test
    void shouldShowInTheFingerprintOfWhateverIsMadeWithIt() {
        // Given
        var mapping = MappingFiles.read("sales-csv");
        List<Function<Salt, String>> fingerprints = List.of(
                salt -> new MappingPlan(mapping, salt).fingerprint(),
                salt -> new MappedTopics(mapping, salt).fingerprint(),
                salt -> CsvMapping.of(mapping, salt).fingerprint());
        // Then
        assertThat(fingerprints)
                .allSatisfy(fingerprint -> assertThat(fingerprint.apply(Salt.of("s1", SECRET)))
                        .isEqualTo(fingerprint.apply(Salt.of("s1", SECRET)))
                        .isNotEqualTo(fingerprint.apply(Salt.of("s1", SECRET + "!"))));
    }

    @Test
    void shouldRefuseSaltsThatProtectNobody() {
        assertThatThrownBy(() -> Salt.of("s1", "short")).hasMessageContaining("shorter than 16 characters");
        assertThatThrownBy(() -> Salt.of("s 1", SECRET)).hasMessageContaining("\"s 1\"");
        assertThat(Salt.of("s1", SECRET)).hasToString("salt s1");
        assertThat(Salt.none().isNone()).isTrue();
    }
}
