package dev.vigia.app.sim.trade.product;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.trade.book.Dice;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The promotion calendar: in every ten weeks each product that is not slow may have one promotion. */
public final class Promotions {

    private static final int SEASON_WEEKS = 10;
    private static final double SHARE_OF_SEASONS = 0.45;
    private static final List<Integer> DISCOUNTS = List.of(10, 15, 20, 25);
    private static final long IDS_A_PRODUCT = 10_000;

    private final Draws draws;
    private final LocalDate start;

    public Promotions(CompanySettings settings) {
        draws = new Draws(settings.seed());
        start = settings.start();
    }

    /** Those of a product that touch a day: announced, running, or only just over. */
    public List<Promotion> around(Product product, LocalDate day) {
        long season = Math.floorDiv(ChronoUnit.WEEKS.between(start, day), SEASON_WEEKS);
        return LongStream.rangeClosed(Math.max(0, season - 1), season)
                .mapToObj(number -> in(product, number))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Promotion> in(Product product, long season) {
        var dice = Dice.of(draws, "promotion", product.sku(), season);
        if (product.pace() == Pace.SLOW || !dice.falls(SHARE_OF_SEASONS)) {
            return Optional.empty();
        }
        var from = start.plusWeeks(season * SEASON_WEEKS + dice.between(2, SEASON_WEEKS - 2));
        return Optional.of(promotion(product, season, from, dice)).filter(Promotions::isSensible);
    }

    private static Promotion promotion(Product product, long season, LocalDate from, Dice dice) {
        int percent = dice.oneOf(DISCOUNTS);
        var until = from.plusWeeks(dice.between(1, 2)).minusDays(1);
        long id = (product.index() + 1) * IDS_A_PRODUCT + season;
        return new Promotion(id, product, where(dice), from, until, percent, uplift(product, percent, dice));
    }

    private static double uplift(Product product, int percent, Dice dice) {
        double attention = 1 + 1.4 * product.category().elasticity();
        return Math.pow(1 - percent / 100.0, -attention) * dice.between(0.9, 1.2);
    }

    private static @Nullable Region where(Dice dice) {
        return dice.falls(0.3) ? dice.oneOf(List.of(Region.values())) : null;
    }

    private static boolean isSensible(Promotion promotion) {
        return promotion.announcedOn().isAfter(promotion.product().launchedOn())
                && !promotion.product().endsBefore(promotion.endsOn());
    }
}
