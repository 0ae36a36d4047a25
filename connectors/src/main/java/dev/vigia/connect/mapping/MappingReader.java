package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.DeclaredType;
import dev.vigia.connect.expression.Factors;
import dev.vigia.connect.expression.Names;
import dev.vigia.connect.expression.WrongExpressionException;
import dev.vigia.connect.row.TableId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a mapping file from top to bottom. */
final class MappingReader {

    private static final Pattern SOURCE = Pattern.compile("[a-zA-Z0-9_-]{1,100}");

    private final Problems problems;
    private final Sheet top;

    private MappingReader(Problems problems, Sheet top) {
        this.problems = problems;
        this.top = top;
    }

    static Mapping read(String file, String yaml) {
        var problems = new Problems(file);
        var tree = YamlTree.read(yaml, problems);
        if (tree == null) {
            problems.refuseIfAny();
        }
        var top = Sheet.of(Objects.requireNonNull(tree), "a mapping", problems)
                .knows("source", "timezone", "dates", "units", "currencies", "types", "records");
        var mapping = new MappingReader(problems, top).mapping(file, Fingerprint.of(top.block()));
        problems.refuseIfAny();
        return mapping;
    }

    private Mapping mapping(String file, String hash) {
        var types = new TreeMap<TableId, Map<String, DeclaredType>>();
        each("types", sheet -> types.put(TableId.parse(sheet.about()), types(sheet)));
        var header = new Header(file, source(), zone(), dates(), units(), currencies(), hash);
        var records = records();
        Secrets.of(records).refuseInClear(records, problems);
        return new Mapping(header, types, records);
    }

    private String source() {
        var source = top.needValue("source");
        var name = source == null ? "source" : String.valueOf(source.text());
        if (source != null && !SOURCE.matcher(name).matches()) {
            problems.add(source.line(), "source", "\"" + name + "\" must be letters, digits, - and _ only");
        }
        return name;
    }

    private ZoneId zone() {
        var zone = top.needValue("timezone");
        var read = zone == null
                ? null
                : problems.attempt(zone.line(), "timezone", () -> zone(String.valueOf(zone.text())));
        return read == null ? ZoneId.of("UTC") : read;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new WrongExpressionException("there is no time zone \"" + name + "\". "
                    + Names.hint(name, new TreeSet<>(ZoneId.getAvailableZoneIds())));
        }
    }

    private Dates dates() {
        var sheet = top.sheet("dates");
        if (sheet == null) {
            return Dates.USUAL;
        }
        sheet.knows("from", "to");
        var from = date(sheet, "from");
        var to = date(sheet, "to");
        return new Dates(from == null ? Dates.USUAL.from() : from, to == null ? Dates.USUAL.to() : to);
    }

    private @Nullable LocalDate date(Sheet sheet, String name) {
        var entry = sheet.find(name);
        var value = entry == null ? null : sheet.value(entry);
        if (value == null) {
            return null;
        }
        return problems.attempt(value.line(), name, () -> {
            try {
                return LocalDate.parse(String.valueOf(value.text()));
            } catch (DateTimeException e) {
                throw new WrongExpressionException("\"" + value.text() + "\" is not a date such as 2024-12-31");
            }
        });
    }

    private Factors units() {
        var units = new LinkedHashMap<String, Map<String, BigDecimal>>();
        each("units", base -> units.put(base.about(), factors(base)));
        return new Factors(units);
    }

    private Factors currencies() {
        var sheet = top.sheet("currencies");
        if (sheet == null) {
            return new Factors(Map.of());
        }
        sheet.knows("base", "rates");
        var base = sheet.needValue("base");
        sheet.need("rates");
        var rates = sheet.sheet("rates");
        return base == null || rates == null
                ? new Factors(Map.of())
                : new Factors(Map.of(String.valueOf(base.text()), factors(rates)));
    }

    private Map<String, BigDecimal> factors(Sheet sheet) {
        var factors = new LinkedHashMap<String, BigDecimal>();
        for (var entry : sheet.entries()) {
            var value = sheet.value(entry);
            var factor = value == null
                    ? null
                    : problems.attempt(
                            entry.line(), String.valueOf(entry.name()), () -> factor(String.valueOf(value.text())));
            if (factor != null) {
                factors.put(String.valueOf(entry.name()), factor);
            }
        }
        return factors;
    }

    private static BigDecimal factor(String text) {
        try {
            var factor = new BigDecimal(text);
            if (factor.signum() > 0 && factor.precision() < 50 && Math.abs(factor.scale()) < 50) {
                return factor;
            }
        } catch (NumberFormatException e) {
            // Said below, as for numbers that are no factors.
        }
        throw new WrongExpressionException("\"" + text + "\" is not a number above 0");
    }

    private Map<String, DeclaredType> types(Sheet table) {
        var types = new LinkedHashMap<String, DeclaredType>();
        for (var entry : table.entries()) {
            var value = table.value(entry);
            var name = String.valueOf(entry.name());
            var type = value == null
                    ? null
                    : problems.attempt(entry.line(), name, () -> DeclaredType.parse(String.valueOf(value.text())));
            if (type != null) {
                types.put(name, type);
            }
        }
        return types;
    }

    /** Each block under a name of the top. */
    private void each(String name, Consumer<Sheet> visitor) {
        var sheet = top.sheet(name);
        if (sheet != null) {
            for (var entry : sheet.entries()) {
                visitor.accept(Sheet.of(entry.value(), String.valueOf(entry.name()), problems));
            }
        }
    }

    private List<RecordSpec> records() {
        if (top.need("records") != null && top.items("records").isEmpty()) {
            problems.add(top.line(), "records", "it lists nothing: say at least one topic to map to");
        }
        var reader = new RecordReader(problems);
        var specs = new ArrayList<RecordSpec>();
        for (var item : top.items("records")) {
            var spec = reader.read(item);
            if (spec != null) {
                specs.add(spec);
            }
        }
        return specs;
    }
}
