package dev.vigia.app.sim.trade.stock;

import dev.vigia.app.sim.trade.product.Region;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A distribution centre, where it stands, on which weekday its stock is reviewed, and the regions it serves. */
@SuppressWarnings("ImmutableEnumChecker") // what it holds is immutable, though not marked so
public enum Warehouse {
    CAJAMAR("CD-SP", "Cajamar", -23.356, -46.877, DayOfWeek.MONDAY, Region.SP, Region.EX),
    ANAPOLIS("CD-GO", "Anápolis", -16.327, -48.953, DayOfWeek.TUESDAY, Region.GO),
    CONTAGEM("CD-MG", "Contagem", -19.932, -44.054, DayOfWeek.WEDNESDAY, Region.MG),
    CURITIBA("CD-PR", "Curitiba", -25.429, -49.267, DayOfWeek.THURSDAY, Region.PR, Region.RS);

    private static final Map<Region, Warehouse> SERVING = new EnumMap<>(Region.class);

    static {
        for (var warehouse : values()) {
            warehouse.regions.forEach(region -> SERVING.put(region, warehouse));
        }
    }

    private final String code;
    private final String city;
    private final double latitude;
    private final double longitude;
    private final DayOfWeek review;
    private final List<Region> regions;

    Warehouse(String code, String city, double latitude, double longitude, DayOfWeek review, Region... regions) {
        this.code = code;
        this.city = city;
        this.latitude = latitude;
        this.longitude = longitude;
        this.review = review;
        this.regions = List.of(regions);
    }

    static Warehouse serving(Region region) {
        return Objects.requireNonNull(SERVING.get(region), () -> "no warehouse serves " + region);
    }

    boolean isReviewedOn(LocalDate day) {
        return day.getDayOfWeek() == review;
    }

    public String code() {
        return code;
    }

    public String city() {
        return city;
    }

    public double latitude() {
        return latitude;
    }

    public double longitude() {
        return longitude;
    }

    public List<Region> regions() {
        return regions;
    }
}
