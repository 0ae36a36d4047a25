package dev.vigia.app.map.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a check found, for programs; amounts are text, so that no digit is lost. */
final class CheckJson {

    private static final int EXAMPLES = 100;

    private CheckJson() {}

    static String of(Checked checked) {
        var json = new LinkedHashMap<String, Object>();
        json.put("mapping", checked.mapping().file());
        json.put("source", checked.mapping().source());
        json.put("agrees", checked.agrees());
        json.put("keepsAll", checked.keepsAll());
        json.put("rules", checked.rules().stream().map(CheckJson::rule).toList());
        checked.totals().ifPresent(totals -> json.put("totals", totals(totals)));
        json.put(
                "obstacles",
                checked.obstacles().stream()
                        .map(obstacle -> Map.of("what", obstacle.what(), "mend", obstacle.mend()))
                        .toList());
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write JSON", e);
        }
    }

    private static Map<String, Object> rule(RuleReport report) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", report.rule().name());
        json.put("from", report.rule().from().toString());
        json.put("read", report.read());
        json.put("mapped", report.mapped());
        json.put("excluded", report.excluded());
        json.put("refused", report.refused());
        json.put("refusals", tallies(report.refusals()));
        json.put("repeatedKeys", tally(report.repeated()));
        json.put("foundNothing", tallies(report.missed()));
        return json;
    }

    private static Map<String, Object> tallies(Map<String, Tally> tallies) {
        var json = new LinkedHashMap<String, Object>();
        tallies.forEach((name, tally) -> json.put(name, tally(tally)));
        return json;
    }

    private static Map<String, Object> tally(Tally tally) {
        return Map.of(
                "count",
                tally.total(),
                "most",
                tally.most(EXAMPLES).stream()
                        .map(words -> Map.of("words", words.getKey(), "count", words.getValue()))
                        .toList());
    }

    private static Map<String, Object> totals(Checked.Totals totals) {
        List<Map<String, Object>> differences = totals.differences().stream()
                .<Map<String, Object>>map(difference -> Map.of(
                        "week", difference.cell().week().toString(),
                        "product", difference.cell().product(),
                        "region", difference.cell().region(),
                        "ours", total(difference.ours()),
                        "sql", total(difference.theirs())))
                .toList();
        return Map.of("sql", totals.sql(), "cells", totals.ours().size(), "differences", differences);
    }

    private static Map<String, String> total(WeekTotal total) {
        return Map.of(
                "sold", text(total.gross()),
                "returned", text(total.returned()),
                "revenue", text(total.revenue()));
    }

    private static String text(BigDecimal number) {
        return number.toPlainString();
    }
}
