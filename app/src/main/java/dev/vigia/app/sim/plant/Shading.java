package dev.vigia.app.sim.plant;

import dev.vigia.app.sim.plant.machine.Condition;
import dev.vigia.app.sim.plant.machine.OperatingState;
import dev.vigia.app.sim.plant.machine.Tick;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import org.knowm.xchart.XYChart;

/** Lays over a chart what the machine was doing: bands where it stood, lines where it broke and ran again. */
record Shading(DyingMachine dying) {

    private static final Color STANDING = new Color(0x80, 0x8a, 0x98, 0x38);
    private static final Color MAINTENANCE = new Color(0x2b, 0x8a, 0x3e, 0x60);
    private static final Mark BREAKDOWN = new Mark("breakdown", new Color(0xc9, 0x1c, 0x2f), -76);
    private static final Mark REPAIR = new Mark("repaired", new Color(0x1f, 0x7a, 0x35), 6);

    void paint(XYChart chart, Graphics2D graphics) {
        dying.days().stream()
                .flatMap(day -> day.conditions().stream())
                .filter(condition -> condition.state() != OperatingState.RUNNING)
                .forEach(condition -> band(chart, graphics, condition));
        dying.breakdowns().forEach(event -> line(chart, graphics, event.at(), BREAKDOWN));
        dying.repairs().forEach(event -> line(chart, graphics, event.at(), REPAIR));
    }

    private static void band(XYChart chart, Graphics2D graphics, Condition condition) {
        var from = x(chart, condition.tick().at());
        var until = x(chart, condition.tick().at().plus(Tick.LENGTH));
        graphics.setColor(condition.state() == OperatingState.MAINTENANCE ? MAINTENANCE : STANDING);
        graphics.fill(new Rectangle2D.Double(from, top(chart), until - from, bottom(chart) - top(chart)));
    }

    private static void line(XYChart chart, Graphics2D graphics, Instant at, Mark mark) {
        var x = (int) x(chart, at);
        graphics.setColor(mark.color);
        graphics.setStroke(new BasicStroke(1.6f));
        graphics.drawLine(x, (int) top(chart), x, (int) bottom(chart));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        graphics.drawString(mark.text, x + mark.shift, (int) top(chart) + 14);
    }

    private static double x(XYChart chart, Instant at) {
        return chart.getScreenXFromChart((double) at.toEpochMilli());
    }

    private static double top(XYChart chart) {
        return chart.getScreenYFromChart(chart.getStyler().getYAxisMax());
    }

    private static double bottom(XYChart chart) {
        return chart.getScreenYFromChart(chart.getStyler().getYAxisMin());
    }

    /** A line with its word, so many pixels beside it. */
    private record Mark(String text, Color color, int shift) {}
}
