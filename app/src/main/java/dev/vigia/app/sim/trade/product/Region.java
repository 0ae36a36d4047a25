package dev.vigia.app.sim.trade.product;

/**
 * A sales region: its size beside the average one, how strongly its climate makes the seasons felt, and by how many
 * days they come later than in São Paulo; EX, what is exported, lives on the other hemisphere.
 */
public enum Region {
    SP(1.9, 1.0, 0, "São Paulo"),
    GO(0.7, 0.7, -18, "Goiânia"),
    MG(1.1, 0.9, -6, "Belo Horizonte"),
    EX(0.6, 0.8, 182, "Lisboa"),
    RS(0.9, 1.3, 12, "Porto Alegre"),
    PR(0.8, 1.15, 5, "Curitiba");

    private final double size;
    private final double climate;
    private final int lag;
    private final String city;

    Region(double size, double climate, int lag, String city) {
        this.size = size;
        this.climate = climate;
        this.lag = lag;
        this.city = city;
    }

    public double size() {
        return size;
    }

    public double climate() {
        return climate;
    }

    public int lagDays() {
        return lag;
    }

    public String city() {
        return city;
    }

    public boolean isAbroad() {
        return this == EX;
    }
}
