package dev.vigia.app.sim.plant;

import dev.vigia.app.sim.Reading;
import dev.vigia.app.sim.plant.machine.FailureMode;
import dev.vigia.app.sim.plant.machine.MachineDay;
import dev.vigia.app.sim.plant.machine.Measure;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The charts of a machine, one below the other on the same days: a channel each, and the wear that nobody measures. */
record MachineCharts(DyingMachine dying, ZoneId zone) {

    static final int WIDTH = 1400;
    private static final int HEIGHT = 250;
    private static final int LABELS = 70;
    private static final Color INK = new Color(0x33, 0x3f, 0x4f);
    private static final Color GRID = new Color(0xe4, 0xe8, 0xee);
    private static final List<Color> CHANNEL_COLORS =
            List.of(new Color(0x2f, 0x6f, 0xb5), new Color(0xc8, 0x5a, 0x2b), new Color(0x5b, 0x4a, 0x9c));
    private static final List<Color> WEAR_COLORS = List.of(
            new Color(0xb8, 0x1d, 0x3a),
            new Color(0x1d, 0x82, 0x8a),
            new Color(0xd0, 0x9a, 0x1c),
            new Color(0x6b, 0x77, 0x88));

    List<XYChart> all() {
        var channels = Stream.of(Measure.values()).map(this::channel);
        return Stream.concat(channels, Stream.of(wear())).toList();
    }

    private XYChart channel(Measure measure) {
        var title = measure == Measure.VIBRATION ? dying.title() : "";
        var chart = chart(title, measure.code() + ", " + measure.unit());
        chart.getStyler().setLegendVisible(false);
        var readings = dying.days().stream()
                .flatMap(MachineDay::readings)
                .filter(reading -> reading.measure().equals(measure.code()))
                .toList();
        var series = chart.addSeries(
                measure.code(),
                dates(readings.stream().map(Reading::observedAt)),
                readings.stream().map(Reading::value).toList());
        style(series, CHANNEL_COLORS.get(List.of(Measure.values()).indexOf(measure)), 0.7f);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(headroom(measure) * dying.peak(measure));
        return chart;
    }

    /** Room for the bursts of vibration and the beginning of the rush of current; temperature has neither. */
    private static double headroom(Measure measure) {
        return measure == Measure.TEMPERATURE ? 1.15 : 1.5;
    }

    private XYChart wear() {
        var chart = chart("", "true wear");
        chart.getStyler()
                .setLegendPosition(LegendPosition.InsideNW)
                .setLegendLayout(LegendLayout.Horizontal)
                .setLegendBorderColor(Color.WHITE);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.05);
        var colors = WEAR_COLORS.iterator();
        for (var mode : FailureMode.values()) {
            style(wear(chart, mode), colors.next(), 2.2f);
        }
        return chart;
    }

    private XYSeries wear(XYChart chart, FailureMode mode) {
        var measured = dying.wear();
        return chart.addSeries(
                mode.code(),
                dates(measured.stream().map(day -> day.at())),
                measured.stream().map(day -> day.levels().get(mode)).toList());
    }

    private XYChart chart(String title, String axis) {
        var chart = new XYChartBuilder()
                .width(WIDTH)
                .height(title.isEmpty() ? HEIGHT : HEIGHT + 40)
                .title(title)
                .yAxisTitle(axis)
                .build();
        chart.getStyler()
                .setLocale(Locale.ENGLISH)
                .setYAxisLeftWidthHint(LABELS)
                .setPlotBorderVisible(false)
                .setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(INK)
                .setChartTitleVisible(!title.isEmpty())
                .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
        chart.getStyler()
                .setPlotGridLinesColor(GRID)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setAxisTickLabelsColor(INK)
                .setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14))
                .setXAxisMin((double) dying.begin().toEpochMilli())
                .setXAxisMax((double) dying.end().toEpochMilli())
                .setXAxisTickMarkSpacingHint(110)
                .setDatePattern("d MMM")
                .setTimezone(TimeZone.getTimeZone(zone));
        return chart;
    }

    private static void style(XYSeries series, Color color, float width) {
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(width));
    }

    private static List<Date> dates(Stream<Instant> instants) {
        return instants.map(Date::from).toList();
    }
}
