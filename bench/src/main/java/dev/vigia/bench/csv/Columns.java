package dev.vigia.bench.csv;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.vigia.schema.OrderStatus;
import dev.vigia.schema.SalesKind;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SalesOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The columns of a line, turned by hand into what the mapping {@code sales-csv} makes of them. */
record Columns(NamedCsvRecord line) {

    private static final String SOURCE = "sales-report";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    String order() {
        return line.getField("pedido");
    }

    String item() {
        return line.getField("item");
    }

    SalesOrder salesOrder() {
        return new SalesOrder(order(), SalesKind.SALE, status(), soldAt(), line.getField("uf"), "BRL", null, SOURCE);
    }

    SalesLine salesLine() {
        return new SalesLine(
                order(),
                item(),
                line.getField("produto"),
                number("quantidade", 3),
                "EA",
                number("valor", 2),
                null,
                null,
                false,
                SOURCE);
    }

    private OrderStatus status() {
        return switch (line.getField("situacao")) {
            case "aberto" -> OrderStatus.CONFIRMED;
            case "faturado" -> OrderStatus.COMPLETED;
            case "cancelado" -> OrderStatus.CANCELLED;
            default -> OrderStatus.UNKNOWN;
        };
    }

    private Instant soldAt() {
        return LocalDate.parse(line.getField("data"), DAY).atStartOfDay(ZONE).toInstant();
    }

    private BigDecimal number(String column, int scale) {
        var plain = line.getField(column).replace(".", "").replace(',', '.');
        return new BigDecimal(plain).setScale(scale);
    }
}
