package dev.vigia.app.sim.trade.product;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.trade.book.Dice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All products the company ever has. Category, pace and the kind of life follow from a product's place in the list, so
 * that even a small catalogue has fast and slow, new and ending ones; the rest is drawn.
 */
public record Catalogue(List<Product> products) {

    public static Catalogue of(CompanySettings settings) {
        var draws = new Draws(settings.seed());
        return new Catalogue(IntStream.range(0, settings.products())
                .mapToObj(index -> product(index, settings.start(), Dice.of(draws, "product", index)))
                .toList());
    }

    private static Product product(int index, LocalDate start, Dice dice) {
        var categories = Category.values();
        var category = categories[index % categories.length];
        var price = BigDecimal.valueOf(category.price().draw(dice)).setScale(2, RoundingMode.HALF_EVEN);
        var cost = price.multiply(BigDecimal.valueOf(dice.between(0.52, 0.70))).setScale(2, RoundingMode.HALF_EVEN);
        var launched = launch(index, start, dice);
        var sku = category.name().substring(0, 3) + "-%04d".formatted(index + 1);
        return new Product(index, sku, category, pace(index, category), price, cost, launched, end(index, start, dice));
    }

    private static Pace pace(int index, Category category) {
        int rank = index / Category.values().length % 5;
        if (category == Category.PARTS) {
            return rank == 0 ? Pace.STEADY : Pace.SLOW;
        }
        return rank < 2 ? Pace.FAST : rank < 4 ? Pace.STEADY : Pace.SLOW;
    }

    private static LocalDate launch(int index, LocalDate start, Dice dice) {
        return isNew(index)
                ? start.plusWeeks(dice.between(30, 100))
                : start.minusWeeks(dice.between(60, 500)).plusDays(dice.between(0, 4));
    }

    private static @Nullable LocalDate end(int index, LocalDate start, Dice dice) {
        return index % 9 == 4 && !isNew(index) ? start.plusWeeks(dice.between(70, 140)) : null;
    }

    private static boolean isNew(int index) {
        return index % 8 == 3;
    }
}
