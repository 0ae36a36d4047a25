package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Names;
import dev.vigia.connect.mapping.Entry.Block;
import dev.vigia.connect.mapping.Entry.Items;
import dev.vigia.connect.mapping.Entry.Named;
import dev.vigia.connect.mapping.Entry.Value;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of a file with a fixed set of names: takes out what is there and notes what is missing, odd or unknown.
 *
 * @param about what the block is, for people
 */
record Sheet(Block block, String about, Problems problems) {

    /** The block; empty, and the problem noted, where it is something else. */
    static Sheet of(Entry entry, String about, Problems problems) {
        if (entry instanceof Block block) {
            return new Sheet(block, about, problems);
        }
        problems.add(entry.line(), about, "here must stand names and what they mean, as in name: value");
        return new Sheet(new Block(List.of(), entry.line()), about, problems);
    }

    /** Refuses every name but these. */
    Sheet knows(Collection<String> names) {
        for (var entry : block.entries()) {
            if (entry.name() == null || !names.contains(entry.name())) {
                problems.add(
                        entry.line(),
                        String.valueOf(entry.name()),
                        about + " has no \"" + entry.name() + "\". " + Names.hint(String.valueOf(entry.name()), names));
            }
        }
        return this;
    }

    Sheet knows(String... names) {
        return knows(List.of(names));
    }

    int line() {
        return block.line();
    }

    /** All names with what they stand for; a name that is null is refused. */
    List<Named> entries() {
        block.entries().stream()
                .filter(entry -> entry.name() == null)
                .forEach(entry -> problems.add(entry.line(), about, "a name is missing before the colon"));
        return block.entries().stream().filter(entry -> entry.name() != null).toList();
    }

    @Nullable
    Named find(String name) {
        return block.entries().stream()
                .filter(entry -> name.equals(entry.name()))
                .findFirst()
                .orElse(null);
    }

    /** What stands under a name; null, and the problem noted, where it is missing. */
    @Nullable
    Named need(String name) {
        var entry = find(name);
        if (entry == null) {
            problems.add(line(), name, about + " needs \"" + name + "\"");
        }
        return entry;
    }

    /** The word under a name that must be there. */
    @Nullable
    Value needValue(String name) {
        var entry = need(name);
        return entry == null ? null : value(entry);
    }

    /** The word that a name stands for; null, and the problem noted, where it is something else. */
    @Nullable
    Value value(Named entry) {
        if (entry.value() instanceof Value value && value.text() != null) {
            return value;
        }
        problems.add(entry.line(), String.valueOf(entry.name()), "here must stand a word or text");
        return null;
    }

    /** The list under a name, also where it is a single word; empty where it is missing. */
    List<Entry> items(String name) {
        var entry = find(name);
        if (entry == null) {
            return List.of();
        }
        return entry.value() instanceof Items items ? items.entries() : List.of(entry.value());
    }

    /** The block under a name; null where it is missing. */
    @Nullable
    Sheet sheet(String name) {
        var entry = find(name);
        return entry == null ? null : of(entry.value(), name, problems);
    }
}
