package dev.vigia.app.sim.plant.machine;

/** A town in which the company produces, and its climate. */
@SuppressWarnings("ImmutableEnumChecker") // records of numbers are immutable
public enum Site {
    CAMPINAS("Campinas", -22.9056, -47.0608, new Climate(21.5, 3.2, 5.0)),
    CURITIBA("Curitiba", -25.4284, -49.2733, new Climate(17.2, 4.6, 5.4)),
    GOIANIA("Goiânia", -16.6869, -49.2648, new Climate(24.3, 1.7, 6.2));

    private final String town;
    private final double latitude;
    private final double longitude;
    private final Climate climate;

    Site(String town, double latitude, double longitude, Climate climate) {
        this.town = town;
        this.latitude = latitude;
        this.longitude = longitude;
        this.climate = climate;
    }

    public String town() {
        return town;
    }

    double latitude() {
        return latitude;
    }

    double longitude() {
        return longitude;
    }

    Climate climate() {
        return climate;
    }

    /** Degrees Celsius: the mean of the year, and half the span of the seasons and of day and night. */
    record Climate(double mean, double season, double day) {}
}
