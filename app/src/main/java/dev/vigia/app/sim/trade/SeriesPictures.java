package dev.vigia.app.sim.trade;

import dev.vigia.app.sim.CompanySettings;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;

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
        ImageIO.write(sheet(charts), "png", png.toFile());
    }

    private static BufferedImage sheet(List<XYChart> charts) {
        int rows = (charts.size() + COLUMNS - 1) / COLUMNS;
        int width = COLUMNS * SeriesChart.WIDTH;
        var sheet = new BufferedImage(width, rows * SeriesChart.HEIGHT, BufferedImage.TYPE_INT_RGB);
        var canvas = sheet.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int place = 0; place < charts.size(); place++) {
            int left = place % COLUMNS * SeriesChart.WIDTH;
            int top = place / COLUMNS * SeriesChart.HEIGHT;
            canvas.drawImage(BitmapEncoder.getBufferedImage(charts.get(place)), left, top, null);
        }
        return sheet;
    }
}
