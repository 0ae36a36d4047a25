package dev.vigia.app.sim.trade.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.trade.demand.Series;
import dev.vigia.app.sim.trade.order.Basket;
import dev.vigia.app.sim.trade.order.Channel;
import dev.vigia.app.sim.trade.order.Customer;
import dev.vigia.app.sim.trade.order.Terms;
import dev.vigia.app.sim.trade.order.Wish;
import dev.vigia.app.sim.trade.product.Category;
import dev.vigia.app.sim.trade.product.Pace;
import dev.vigia.app.sim.trade.product.Product;
import dev.vigia.app.sim.trade.product.Region;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CounterTest {

    private static final Product FAN = new Product(
            0,
            "COO-1",
            Category.COOLING,
            Pace.FAST,
            BigDecimal.TEN,
            BigDecimal.ONE,
            CompanySettings.DEFAULT.start(),
            null);

    @Test
    void shouldGiveWhatIsLeftWhenAnotherRegionOfTheWarehouseCameFirst() {
        // Given
        var stock = stock("CD-SP|COO-1", "10.000", "3.000");
        // When
        var served = Counter.serve(List.of(basket(Region.EX, "4.000"), basket(Region.SP, "5.000")), stock);
        // Then
        assertThat(granted(served)).containsExactly(new BigDecimal("4.000"), new BigDecimal("3.000"));
        assertThat(served.get(1).wishes().get(0).lost()).isEqualByComparingTo("2");
    }

    @Test
    void shouldGiveNothingWhenTheShelfIsEmpty() {
        var served = Counter.serve(List.of(basket(Region.SP, "4.000")), stock("CD-GO|COO-1", "10.000", "0.000"));
        assertThat(served.get(0).wishes().get(0).granted()).isEqualByComparingTo("0");
    }

    private static List<BigDecimal> granted(List<Basket> baskets) {
        return baskets.stream().flatMap(Basket::meant).map(Wish::granted).toList();
    }

    private static StockState stock(String shelf, String onHand, String reserved) {
        var item = new StockItem(new BigDecimal(onHand), new BigDecimal(reserved), 1, BigDecimal.ONE);
        return new StockState(Map.of(shelf, item), List.of(), 0, 0);
    }

    private static Basket basket(Region region, String quantity) {
        var customer = new Customer("C", "", "", "", "", region, Channel.WEB, 0);
        var wanted = new BigDecimal(quantity);
        var wish = new Wish(new Series(FAN, region, 1, 0), new Terms(BigDecimal.TEN, 0), wanted, wanted);
        return new Basket(customer, Instant.EPOCH, false, List.of(wish));
    }
}
