package dev.vigia.schemas;

import java.util.regex.Pattern;

/** One topic of the catalogue: what it is called, is for, holds, how it is kept and who touches it. */
public record Topic(String name, String purpose, Content content, Storage storage, Traffic traffic) {

    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]*");

    /** The same topic under the prefix of an installation, such as {@code acme.}; an empty one changes nothing. */
    public Topic prefixed(String prefix) {
        if (!LEGAL.matcher(prefix).matches()) {
            throw new IllegalArgumentException("topics.prefix \"" + prefix
                    + "\" cannot begin a topic's name: use letters, digits, '.', '_' and '-' only");
        }
        return new Topic(prefix + name, purpose, content, storage, traffic);
    }

    /** The partition of a key of this topic, among so many. */
    public int partition(String key, int partitions) {
        return content.key().partition(key, partitions);
    }
}
