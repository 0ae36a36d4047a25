package dev.vigia.app.sim.trade.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

    @ParameterizedTest
    @CsvSource({
        "100.00, 10, 3.000, 30.00, 270.00",
        "10.05, 0, 0.500, 0.00, 5.02",
        "10.15, 0, 0.500, 0.00, 5.08",
        "0.50, 5, 1.000, 0.02, 0.48",
        "1.50, 5, 1.000, 0.08, 1.42",
        "7.77, 28, 2.500, 5.44, 13.98"
    })
    void shouldRoundHalfEvenWhenALineIsPriced(
            BigDecimal price, int percent, BigDecimal quantity, BigDecimal discount, BigDecimal amount) {
        var terms = new Terms(price, percent);
        assertThat(terms.discount(quantity)).isEqualTo(discount);
        assertThat(terms.amount(quantity)).isEqualTo(amount);
    }
}
