package dev.vigia.connect.postgres;

import java.util.List;

/** A unique index that can serve as replica identity: whole, immediate, of columns that are never null. */
public record UniqueIndex(String name, List<String> columns) {}
