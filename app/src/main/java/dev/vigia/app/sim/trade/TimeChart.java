package dev.vigia.app.sim.trade;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart over weeks, in the house's style: lines, shaded weeks behind them, and turning points above. */
final class TimeChart {

    static final int WIDTH = 660;
    static final int HEIGHT = 310;

    private static final Color GRID = new Color(0xE6E6E6);
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final double ROOM_FOR_WORDS = 1.12;

    private final XYChart chart;
    private final double height;

    /** A chart with room for values up to a height, and for words above them. */
    TimeChart(String title, String unit, double height) {
        this.height = height;
        chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("week")
                .yAxisTitle(unit)
                .build();
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(height * ROOM_FOR_WORDS);
        style();
    }

    TimeChart over(LocalDate from, LocalDate until) {
        chart.getStyler().setXAxisMin(year(from)).setXAxisMax(year(until));
        return this;
    }

    void line(String name, List<LocalDate> weeks, double[] values, BasicStroke stroke, Color color) {
        double[] times = weeks.stream().mapToDouble(TimeChart::year).toArray();
        var line = chart.addSeries(name, times, values);
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(color);
        line.setLineStyle(stroke);
    }

    /** A column for each of the weeks; a gap keeps them apart. */
    void shade(String name, List<LocalDate> weeks, Color color) {
        if (weeks.isEmpty()) {
            return;
        }
        double[] times = weeks.stream().flatMapToDouble(TimeChart::column).toArray();
        double[] heights = weeks.stream()
                .flatMapToDouble(week -> DoubleStream.of(0, height, height, 0, Double.NaN))
                .toArray();
        var shade = chart.addSeries(name, times, heights);
        shade.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
        shade.setMarker(SeriesMarkers.NONE);
        shade.setFillColor(color);
        shade.setLineColor(color);
    }

    void turn(String name, LocalDate day) {
        double time = year(day);
        chart.addAnnotation(new AnnotationLine(time, true, false));
        chart.addAnnotation(new AnnotationText(name, time, height * (1 + ROOM_FOR_WORDS) / 2, false));
    }

    XYChart chart() {
        return chart;
    }

    private static DoubleStream column(LocalDate week) {
        double left = year(week.minusDays(3));
        double right = year(week.plusDays(3));
        return DoubleStream.of(left, left, right, right, right);
    }

    private static double year(LocalDate day) {
        return day.getYear() + (day.getDayOfYear() - 1.0) / day.lengthOfYear();
    }

    private static String month(double year) {
        var january = YearMonth.of((int) year, 1);
        return MONTH.format(january.plusMonths(Math.round((year - (int) year) * 12)));
    }

    private void style() {
        chart.getStyler()
                .setxAxisTickLabelsFormattingFunction(TimeChart::month)
                .setXAxisTickMarkSpacingHint(120)
                .setPlotGridLinesColor(GRID)
                .setPlotGridVerticalLinesVisible(false)
                .setAxisTitleFont(FONT)
                .setAxisTickLabelsFont(FONT)
                .setChartTitleFont(FONT.deriveFont(Font.BOLD, 14f))
                .setLegendFont(FONT)
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal)
                .setLegendBorderColor(Color.WHITE)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false);
    }
}
