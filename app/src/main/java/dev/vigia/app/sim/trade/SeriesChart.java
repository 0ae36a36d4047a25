package dev.vigia.app.sim.trade;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.trade.Chronicle.Event;
import dev.vigia.app.sim.trade.Chronicle.Week;
import dev.vigia.app.sim.trade.Showcase.Exhibit;
import java.awt.BasicStroke;
import java.awt.Color;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;

/** The chart of one series: its sales and its true mean, with the weeks out of stock and those of promotions shaded. */
record SeriesChart(Exhibit exhibit, List<Week> weeks, List<Event> events) {

    private static final Color INK = new Color(0x1F3A5F);
    private static final Color ORANGE = new Color(0xE07B00);
    private static final Color RED = new Color(0xF4B6B0);
    private static final Color GREEN = new Color(0xCFE8CF);
    private static final Set<String> TURNS = Set.of("level-shift", "launch", "end");

    XYChart draw(CompanySettings settings) {
        var chart = new TimeChart(title(), unit(), height()).over(settings.start(), settings.firstLiveDay());
        chart.shade("promotion", promoted(), GREEN);
        chart.shade("sales lost for want of stock", outOfStock(), RED);
        turns().forEach(event -> chart.turn(event.kind(), event.from()));
        chart.line("sold", starts(), values(Week::sold), new BasicStroke(1.4f), INK);
        chart.line("true mean demand", starts(), values(Week::mean), new BasicStroke(2.2f), ORANGE);
        return chart.chart();
    }

    private String title() {
        var product = exhibit.product();
        return exhibit.title() + ": " + product.sku() + " " + product.description() + " in " + exhibit.region();
    }

    private String unit() {
        return exhibit.product().category().unit().equals("M") ? "metres a week" : "pieces a week";
    }

    private double height() {
        return weeks.stream()
                .mapToDouble(week -> Math.max(week.mean(), week.sold()))
                .max()
                .orElse(1);
    }

    private List<LocalDate> promoted() {
        return events.stream()
                .filter(event -> event.kind().equals("promotion"))
                .flatMap(SeriesChart::weeks)
                .toList();
    }

    private List<LocalDate> outOfStock() {
        return weeks.stream().filter(week -> week.lost() > 0).map(Week::start).toList();
    }

    private Stream<Event> turns() {
        return events.stream().filter(event -> TURNS.contains(event.kind()));
    }

    private List<LocalDate> starts() {
        return weeks.stream().map(Week::start).toList();
    }

    private double[] values(ToDoubleFunction<Week> value) {
        return weeks.stream().mapToDouble(value).toArray();
    }

    private static Stream<LocalDate> weeks(Event event) {
        return event.until() == null ? Stream.empty() : event.from().datesUntil(event.until(), Period.ofWeeks(1));
    }
}
