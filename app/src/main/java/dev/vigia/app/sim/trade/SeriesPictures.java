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
        var showcase = new Showcase(settings, Chronicle.of(settings));
        var charts = showcase.exhibits().stream()
                .map(showcase::chart)
                .map(chart -> chart.draw(settings))
                .toList();
        if (charts.isEmpty()) {
            throw new IllegalArgumentException(
                    "a history of " + settings.weeks() + " weeks has no series to show;" + " give more --weeks");
        }
        ImageIO.write(sheet(charts), "png", png.toFile());
    }

    private static BufferedImage sheet(List<XYChart> charts) {
        int rows = (charts.size() + COLUMNS - 1) / COLUMNS;
        int width = COLUMNS * TimeChart.WIDTH;
        var sheet = new BufferedImage(width, rows * TimeChart.HEIGHT, BufferedImage.TYPE_INT_RGB);
        var canvas = sheet.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int place = 0; place < charts.size(); place++) {
            int left = place % COLUMNS * TimeChart.WIDTH;
            int top = place / COLUMNS * TimeChart.HEIGHT;
            canvas.drawImage(BitmapEncoder.getBufferedImage(charts.get(place)), left, top, null);
        }
        return sheet;
    }
}
