package dev.vigia.schemas.registry;

import dev.vigia.schema.DeleteReason;
import dev.vigia.schema.Deleted;
import dev.vigia.schema.OrderStatus;
import dev.vigia.schema.Phase;
import dev.vigia.schema.ProgressMarker;
import dev.vigia.schema.SalesKind;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SalesOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Records of several types, with decimals, instants, enumerations and nulls. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

    private Samples() {}

    static SalesLine line() {
        return SalesLine.newBuilder()
                .setOrderId("4711")
                .setLineId("10")
                .setProduct("P-1")
                .setQuantity(new BigDecimal("-12.345"))
                .setRevenue(new BigDecimal("1234567890123456.78"))
                .setKind(SalesKind.RETURN)
                .build();
    }

    static SalesOrder order() {
        return SalesOrder.newBuilder()
                .setOrderId("4711")
                .setKind(SalesKind.SALE)
                .setStatus(OrderStatus.CONFIRMED)
                .setSoldAt(NOON)
                .setRegion("São Paulo")
                .build();
    }

    static Deleted deleted() {
        return Deleted.newBuilder()
                .setRecordType("dev.vigia.schema.SalesLine")
                .setReason(DeleteReason.RETRACTED)
                .build();
    }

    static ProgressMarker marker() {
        return ProgressMarker.newBuilder()
                .setSource("erp")
                .setTopic("sales.line.v1")
                .setPartition(3)
                .setOf(12)
                .setEpoch(1)
                .setPhase(Phase.LIVE)
                .setAt(NOON)
                .setPosition("1:99:0")
                .build();
    }

    /** What one topic of sales lines may hold. */
    static List<SpecificRecord> mixed() {
        return List.of(line(), deleted(), marker(), line());
    }
}
