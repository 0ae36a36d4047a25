package dev.vigia.app.sim.plant;

import dev.vigia.app.sim.CompanySettings;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/** Draws the last ten weeks of a machine that dies: what its sensors say, what it does, and how worn it really is. */
public final class MachinePicture {

    private MachinePicture() {}

    /** Writes a PNG; {@link IllegalArgumentException} when no machine dies in that company's history. */
    public static void draw(CompanySettings settings, Path file) throws IOException {
        var dying = DyingMachine.find(settings);
        var charts = new MachineCharts(dying, settings.zone()).all();
        var height = charts.stream().mapToInt(XYChart::getHeight).sum();
        var picture = new BufferedImage(MachineCharts.WIDTH, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        var shading = new Shading(dying);
        charts.forEach(chart -> paint(chart, shading, graphics));
        graphics.dispose();
        ImageIO.write(picture, "png", file.toFile());
    }

    private static void paint(XYChart chart, Shading shading, Graphics2D graphics) {
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        shading.paint(chart, graphics);
        graphics.translate(0, chart.getHeight());
    }
}
