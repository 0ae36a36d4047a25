package dev.vigia.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.local.Servers;
import dev.vigia.connect.capture.CaptureStatus.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Shared.class)
class CaptureTest {

    @Test
    void shouldWriteTheSnapshotAndThenEveryChange(Servers servers) throws Exception {
        // Given
        try (var shop = new Shop(servers, "erp", "public.line")) {
            shop.sql("insert into line select n / 3, n % 3, n from generate_series(0, 99) n");
            // When
            var capture = shop.start();
            // Then
            assertThat(capture.status().condition())
                    .as(capture.status().words())
                    .isEqualTo(Condition.LIVE);
            assertThat(shop.written().lines()).hasSize(100).isEqualTo(shop.rows());
            // When
            shop.sql(
                    "insert into line values (1000, 1, 2.5)",
                    "update line set quantity = 7.125 where order_id = 3",
                    "delete from line where order_id = 5",
                    "update line set id = 77 where order_id = 7 and id = 1");
            // Then
            Eventually.holds(shop.written()::lines, lines -> assertThat(lines).isEqualTo(shop.rows()));
            assertThat(shop.written().deletes()).containsOnlyKeys("5|line0", "5|line1", "5|line2", "7|line1");
        }
    }
}
