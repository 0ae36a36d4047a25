package dev.vigia.app.sim.trade;

import dev.vigia.app.sim.CompanySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;

/** Draws a few telling series of the company, what was sold against what was truly to be expected, into one picture. */
public final class SeriesPictures {

    private static final int COLUMNS = 2;

    private SeriesPictures() {}

    /** Plans the whole history to draw it; writes a PNG. */
    public static void draw(CompanySettings settings, Path png) throws IOException {
        var chronicle = Chronicle.of(settings);
        var showcase = new Showcase(settings, chronicle);
        var charts = showcase.exhibits().stream()
                .map(exhibit -> new SeriesChart(exhibit, settings)
                        .of(chronicle.weeks(exhibit.key()), showcase.of(exhibit).toList()))
                .toList();
        int rows = (charts.size() + COLUMNS - 1) / COLUMNS;
        try (var out = Files.newOutputStream(png)) {
            BitmapEncoder.saveBitmap(charts, rows, COLUMNS, out, BitmapFormat.PNG);
        }
    }
}
