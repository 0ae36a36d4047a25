package dev.vigia.app.sim.trade;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.trade.Chronicle.Event;
import dev.vigia.app.sim.trade.Chronicle.Week;
import dev.vigia.app.sim.trade.Showcase.Exhibit;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The chart of one series: its sales and its true mean, with the weeks out of stock and those of promotions shaded. */
final class SeriesChart {

    private static final Color INK = new Color(0x1F3A5F);
    private static final Color MEAN = new Color(0xE07B00);
    private static final Color OUT_OF_STOCK = new Color(0xF4B6B0);
    private static final Color PROMOTION = new Color(0xCFE8CF);
    private static final Color GRID = new Color(0xE6E6E6);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Set<String> TURNS = Set.of("level-shift", "launch", "end");
    private static final double HEADROOM = 1.12;

    private final XYChart chart;

    SeriesChart(Exhibit exhibit, CompanySettings settings) {
        var product = exhibit.product();
        chart = new XYChartBuilder()
                .width(660)
                .height(310)
                .title("%s: %s %s in %s"
                        .formatted(exhibit.title(), product.sku(), product.description(), exhibit.region()))
                .xAxisTitle("week")
                .yAxisTitle(product.category().unit().equals("M") ? "metres a week" : "pieces a week")
                .build();
        style();
        chart.getStyler().setXAxisMin(year(settings.start())).setXAxisMax(year(settings.firstLiveDay()));
    }

    XYChart of(List<Week> weeks, List<Event> events) {
        double top = HEADROOM
                * weeks.stream()
                        .mapToDouble(week -> Math.max(week.mean(), week.sold()))
                        .max()
                        .orElse(1);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(top);
        var promoted = events.stream().filter(event -> event.kind().equals("promotion"));
        band("promotion", promoted.flatMap(SeriesChart::weeks).toList(), top, PROMOTION);
        var lost = weeks.stream().filter(week -> week.lost() > 0).map(Week::start);
        band("sales lost for want of stock", lost.toList(), top, OUT_OF_STOCK);
        events.stream().filter(event -> TURNS.contains(event.kind())).forEach(event -> turn(event, top));
        line("sold", weeks, Week::sold, INK, 1.4f);
        line("true mean demand", weeks, Week::mean, MEAN, 2.2f);
        return chart;
    }

    private void line(String name, List<Week> weeks, ToDoubleFunction<Week> value, Color color, float width) {
        double[] times = weeks.stream().mapToDouble(week -> year(week.start())).toArray();
        var line =
                chart.addSeries(name, times, weeks.stream().mapToDouble(value).toArray());
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(color);
        line.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private void turn(Event event, double top) {
        double time = year(event.from());
        chart.addAnnotation(new AnnotationLine(time, true, false));
        chart.addAnnotation(new AnnotationText(event.kind(), time, top, false));
    }

    /** A column behind the lines for each of the weeks that begin on these days; a gap keeps them apart. */
    private void band(String name, List<LocalDate> weeks, double top, Color color) {
        if (weeks.isEmpty()) {
            return;
        }
        double[] times = weeks.stream().flatMapToDouble(SeriesChart::column).toArray();
        double[] heights = weeks.stream()
                .flatMapToDouble(week -> DoubleStream.of(0, top, top, 0, Double.NaN))
                .toArray();
        var band = chart.addSeries(name, times, heights);
        band.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
        band.setMarker(SeriesMarkers.NONE);
        band.setFillColor(color);
        band.setLineColor(color);
    }

    private static DoubleStream column(LocalDate week) {
        double left = year(week.minusDays(3));
        double right = year(week.plusDays(3));
        return DoubleStream.of(left, left, right, right, right);
    }

    private static Stream<LocalDate> weeks(Event event) {
        return event.until() == null ? Stream.empty() : event.from().datesUntil(event.until(), Period.ofWeeks(1));
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
                .setxAxisTickLabelsFormattingFunction(SeriesChart::month)
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
