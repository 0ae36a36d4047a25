package dev.vigia.app.sim.plant.machine;

/**
 * What is normal for a healthy machine at full load.
 *
 * @param current amperes
 * @param vibration mm/s RMS
 * @param heat degrees Celsius above the hall
 * @param inertia hours until two thirds of a change of temperature are through
 */
record Nature(double current, double vibration, double heat, double inertia) {}
