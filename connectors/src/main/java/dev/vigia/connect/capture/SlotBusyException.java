package dev.vigia.connect.capture;

/** Another process reads from the replication slot; it may be one that just died. */
final class SlotBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SlotBusyException(String slot, int process) {
        super("replication slot " + slot + " is being read by process " + process + " of the server. Stop the other"
                + " capture, or end that process: SELECT pg_terminate_backend(" + process + ");");
    }
}
