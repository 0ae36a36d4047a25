package dev.vigia.app.sim.plant.machine;

/**
 * How one machine differs from others of its class, as factors around one.
 *
 * @param load the share of full load it usually carries
 */
public record Temperament(double vibration, double heat, double current, double wear, double load) {}
