package dev.vigia.app.sim.plant.machine;

/** Where a machine stands; a warm hall is some degrees above the air outside. */
public record Place(
        String code, Site site, String hall, int position, double latitude, double longitude, double warmth) {}
