package dev.vigia.app.sim.trade.order;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.trade.book.Dice;
import dev.vigia.app.sim.trade.product.Region;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The customers of every region, few large ones first and many small ones after them. */
public final class Customers {

    private static final int FEWEST_A_REGION = 40;
    private static final double SKEW = 2.2;
    private static final List<String> TRADES =
            List.of("Comercial", "Eletro", "Casa", "Materiais", "Distribuidora", "Ferragens", "Loja", "Depósito");
    private static final List<String> NAMES = List.of(
            "Almeida",
            "Barbosa",
            "Cardoso",
            "Dias",
            "Esteves",
            "Ferreira",
            "Gonçalves",
            "Horta",
            "Lima",
            "Moreira",
            "Nogueira",
            "Oliveira",
            "Pereira",
            "Queiroz",
            "Ribeiro",
            "Souza",
            "Teixeira",
            "Vieira",
            "Xavier");
    private static final List<Integer> DISCOUNTS = List.of(0, 0, 2, 3, 5, 8);
    private static final List<Channel> CHANNELS = List.of(Channel.FIELD, Channel.FIELD, Channel.PHONE, Channel.WEB);

    private final Map<Region, List<Customer>> byRegion = new EnumMap<>(Region.class);

    public Customers(CompanySettings settings) {
        var draws = new Draws(settings.seed());
        int number = Math.max(FEWEST_A_REGION, settings.products());
        for (var region : Region.values()) {
            byRegion.put(
                    region,
                    IntStream.range(0, number)
                            .mapToObj(place -> customer(region, place, draws))
                            .toList());
        }
    }

    public Stream<Customer> all() {
        return byRegion.values().stream().flatMap(List::stream);
    }

    /** Someone of the region, a large customer more often than a small one. */
    Customer someone(Region region, Dice dice) {
        var candidates = byRegion.getOrDefault(region, List.of());
        return candidates.get((int) (candidates.size() * Math.pow(dice.between(0.0, 1.0), SKEW)));
    }

    private static Customer customer(Region region, int place, Draws draws) {
        var dice = Dice.of(draws, "customer", region, place);
        var id = "%s-%05d".formatted(region, place + 1);
        var family = dice.oneOf(NAMES);
        var name = dice.oneOf(TRADES) + " " + family + " Ltda";
        var email = "compras@" + plain(family) + "-" + id.toLowerCase(Locale.ROOT) + ".example";
        return new Customer(
                id, name, taxId(dice), email, region.city(), region, dice.oneOf(CHANNELS), dice.oneOf(DISCOUNTS));
    }

    /** Shaped as a CNPJ; its check digits are those of no real company. */
    private static String taxId(Dice dice) {
        return "%02d.%03d.%03d/0001-00".formatted(dice.between(10, 99), dice.between(0, 999), dice.between(0, 999));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\P{ASCII}", "")
                .toLowerCase(Locale.ROOT);
    }
}
