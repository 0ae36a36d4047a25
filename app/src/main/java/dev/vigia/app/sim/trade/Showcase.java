package dev.vigia.app.sim.trade;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.trade.Chronicle.Event;
import dev.vigia.app.sim.trade.Chronicle.Week;
import dev.vigia.app.sim.trade.product.Catalogue;
import dev.vigia.app.sim.trade.product.Category;
import dev.vigia.app.sim.trade.product.Pace;
import dev.vigia.app.sim.trade.product.Product;
import dev.vigia.app.sim.trade.product.Region;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Finds the series that tell most: for each thing that can be seen in the data, the one that shows it best. */
final class Showcase {

    /** A series worth a picture, and what it shows. */
    record Exhibit(String title, Product product, Region region) {

        String key() {
            return product.sku() + "|" + region;
        }
    }

    private final Chronicle chronicle;
    private final List<Exhibit> candidates;

    Showcase(CompanySettings settings, Chronicle chronicle) {
        this.chronicle = chronicle;
        this.candidates = Catalogue.of(settings).products().stream()
                .flatMap(Showcase::everywhere)
                .filter(one -> !chronicle.weeks(one.key()).isEmpty())
                .toList();
    }

    List<Exhibit> exhibits() {
        return Stream.of(
                        best("Season", one -> is(one, Pace.FAST, Category.HEATING), this::sold),
                        best("Holidays", one -> is(one, Pace.FAST, Category.TOOLS), this::sold),
                        best("Level shift and promotions", this::isShifted, one -> events(one, "promotion")),
                        best("Slow mover", one -> is(one, Pace.SLOW, Category.PARTS), this::intermittence),
                        best("New product", one -> events(one, "launch") > 0, this::sold),
                        best("Stock-outs", this::isSettled, this::weeksShort))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Exhibit> best(String title, Predicate<Exhibit> shows, ToDoubleFunction<Exhibit> howMuch) {
        return candidates.stream()
                .filter(shows)
                .max(Comparator.comparingDouble(howMuch))
                .map(one -> new Exhibit(title, one.product(), one.region()));
    }

    private static boolean is(Exhibit one, Pace pace, Category category) {
        return one.product().pace() == pace && one.product().category() == category;
    }

    private boolean isShifted(Exhibit one) {
        boolean isSteadyOverTheYear = is(one, Pace.FAST, Category.CABLES) || is(one, Pace.FAST, Category.PUMPS);
        return isSteadyOverTheYear && events(one, "level-shift") > 0;
    }

    private boolean isSettled(Exhibit one) {
        return one.product().pace() == Pace.STEADY && events(one, "launch") + events(one, "end") == 0;
    }

    private double sold(Exhibit one) {
        return weeks(one).mapToDouble(Week::sold).sum();
    }

    /** Highest where sales are neither too rare nor too common to show: in one week out of three. */
    private double intermittence(Exhibit one) {
        double share = weeks(one).filter(week -> week.sold() > 0).count()
                / (1.0 + weeks(one).count());
        return -Math.abs(share - 1 / 3.0);
    }

    private double weeksShort(Exhibit one) {
        return weeks(one).filter(week -> week.lost() > 0).count();
    }

    private Stream<Week> weeks(Exhibit one) {
        return chronicle.weeks(one.key()).stream();
    }

    private long events(Exhibit one, String kind) {
        return of(one).filter(event -> event.kind().equals(kind)).count();
    }

    /** What happened to a series. */
    Stream<Event> of(Exhibit one) {
        return chronicle.events().stream()
                .filter(event -> event.sku().equals(one.product().sku()))
                .filter(event -> List.of("ALL", one.region().name()).contains(event.region()));
    }

    private static Stream<Exhibit> everywhere(Product product) {
        return Arrays.stream(Region.values()).map(region -> new Exhibit("", product, region));
    }
}
