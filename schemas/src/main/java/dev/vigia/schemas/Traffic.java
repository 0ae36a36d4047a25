package dev.vigia.schemas;

import java.util.List;

/** Who writes a topic and who reads it. */
public record Traffic(List<Role> writers, List<Role> readers) {

    static Traffic writtenBy(Role... writers) {
        return new Traffic(List.of(writers), List.of());
    }

    Traffic readBy(Role... whoReads) {
        return new Traffic(writers, List.of(whoReads));
    }
}
