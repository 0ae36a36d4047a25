package dev.vigia.schemas;

/** Who touches the topics: each part of Vigia, and those who read what it says. */
public enum Role {
    CAPTURE("vigia-capture", Work.WRITES, "brings rows, files and readings in"),
    DEMAND("vigia-demand", Work.STREAMS, "totals weeks and forecasts them"),
    STOCK("vigia-stock", Work.STREAMS, "plans what to order"),
    MAINTENANCE("vigia-maintenance", Work.STREAMS, "judges machines and raises alerts"),
    API("vigia-api", Work.READS, "serves the REST interface and the console"),
    SINK("vigia-sink", Work.READS, "carries topics into a warehouse"),
    NOTIFIER("vigia-notifier", Work.READS, "sends e-mail and calls webhooks"),
    READER("vigia-reader", Work.READS, "reads the results, such as a data scientist or another system"),
    ADMIN("vigia-admin", Work.ADMINISTERS, "creates topics and looks after them");

    /** How a role works with Kafka, which decides what it needs besides its topics. */
    public enum Work {
        /** Reads topics in a consumer group. */
        READS,
        /** Writes topics in transactions and keeps its own offsets in a topic. */
        WRITES,
        /** Reads and writes in transactions, and keeps internal topics. */
        STREAMS,
        /** Creates and compares topics. */
        ADMINISTERS
    }

    private final String id;
    private final Work work;
    private final String purpose;

    Role(String id, Work work, String purpose) {
        this.id = id;
        this.work = work;
        this.purpose = purpose;
    }

    /** Its principal, application id and consumer group; its transactional ids and internal topics begin with it. */
    public String id() {
        return id;
    }

    public Work work() {
        return work;
    }

    public String purpose() {
        return purpose;
    }
}
