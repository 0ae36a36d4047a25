package dev.vigia.schemas;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** What a topic's keys are made of, and which part of them chooses the partition. Keys are UTF-8 strings. */
public enum KeyKind {
    ORDER("order"),
    /** Lines lie in the partition of their order, where one task joins the two. */
    ORDER_LINE("order|line", Chooser.FIRST_PART),
    PRODUCT("product"),
    SERIES("product|region"),
    /** What belongs to a product lies together, where one task plans it at all places. */
    PRODUCT_PLACE("product|place", Chooser.FIRST_PART),
    SUPPLY_LINE("order|line"),
    PLACE_REGION("place|region"),
    ASSET("asset"),
    /** What belongs to a machine lies in its partition, where one task sees all of it. */
    ASSET_MEASURE("asset|measure", Chooser.FIRST_PART),
    ASSET_ALERT("asset|alert", Chooser.FIRST_PART),
    ASSET_LABEL("asset|label", Chooser.FIRST_PART),
    ASSET_ORDER("asset|order", Chooser.FIRST_PART),
    ACCURACY("product|region, either empty"),
    SUBJECT("subject"),
    ORIGIN("as it came"),
    SOURCE("source");

    private enum Chooser {
        WHOLE_KEY,
        FIRST_PART
    }

    private final String form;
    private final Chooser chooser;

    KeyKind(String form) {
        this(form, Chooser.WHOLE_KEY);
    }

    KeyKind(String form, Chooser chooser) {
        this.form = form;
        this.chooser = chooser;
    }

    /** The parts by name, as people write them: {@code order|line}. */
    public String form() {
        return form;
    }

    /** The partition of a key among so many: murmur2, as Kafka's own producer does it on the part that chooses. */
    public int partition(String key, int partitions) {
        var chosen = chooser == Chooser.FIRST_PART ? Keys.firstPart(key) : key;
        byte[] bytes = chosen.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
    }
}
