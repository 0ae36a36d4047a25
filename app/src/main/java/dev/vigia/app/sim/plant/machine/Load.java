package dev.vigia.app.sim.plant.machine;

/** What share of full load a machine carries: its usual one, by hour and weekday, moved by orders and material. */
final class Load {

    private static final double LEAST = 0.3;
    private static final double MOST = 1.08;

    private final double usual;

    Load(Machine machine) {
        this.usual = machine.temperament().load();
    }

    double at(Tick tick, Influences influences) {
        var planned = usual * hourly(tick) * weekly(tick);
        var actual = planned * influences.factor(Influence.CAMPAIGN, Influence.BUSTLE);
        return Math.max(LEAST, Math.min(MOST, actual));
    }

    private static double hourly(Tick tick) {
        var lunch = tick.local().getHour() == 12 ? 0.9 : 1;
        return lunch * (1 + 0.07 * Math.cos(2 * Math.PI * (tick.hour() - 14) / 24));
    }

    private static double weekly(Tick tick) {
        return switch (tick.local().getDayOfWeek()) {
            case SATURDAY -> 0.94;
            case SUNDAY -> 0.88;
            default -> 1;
        };
    }
}
