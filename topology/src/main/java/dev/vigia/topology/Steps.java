package dev.vigia.topology;

import dev.vigia.topology.demand.join.OrderJoiner;

/** The names of all steps. A repartition topic is named after its step: renaming one loses what is on its way. */
public final class Steps {

    public static final String RECEIVE_SALES = "receive-sales";
    public static final String READ_SALES = "read-sales";
    public static final String KEEP_READABLE = "keep-readable";
    public static final String KEEP_REFUSED = "keep-refused";
    public static final String KEY_REFUSED = "key-refused";
    public static final String SHOW_REFUSED = "show-refused";
    public static final String JOIN_ORDERS = OrderJoiner.STEP;
    public static final String BY_SERIES = "by-series";
    public static final String TOTAL_WEEKS = "total-weeks";
    public static final String TELL_WEEKS = "tell-weeks";
    public static final String TELL_TOTALS = "tell-totals";
    public static final String TELL_DOUBTS = "tell-doubts";
    public static final String SEND_WEEKS = "send-weeks";
    public static final String SEND_DOUBTS = "send-doubts";
    public static final String SEND_REFUSED = "send-refused";

    private Steps() {}
}
