package dev.vigia.app.topics;

import static java.util.stream.Collectors.joining;

import dev.vigia.schemas.Role;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The catalogue as the page {@code docs/topics.md}: every topic, every role, every record with its fields. */
public final class CataloguePage {

    private static final String PAGE = """
            # Topics
            Written by `vigia topics --markdown docs/topics.md`; the build fails when it is out of date.

            **Keys** are UTF-8 strings. Several parts are joined with `|`, each escaped: `%%`, `|`, `/` and `~` become `%%25`,
            `%%7C`, `%%2F` and `%%7E`. Orders and their lines, and whatever belongs to a machine, lie in the partition that
            murmur2 gives for the first part of the key.

            **Values** are Avro in Confluent's wire format, under subjects `<topic>-<record>`. What is not data (deletes,
            markers, progress) says so in the header `vigia.kind`, and only that carries it: Connect drops it with the
            predicate `HasHeaderKey`. The header `vigia.position` (`epoch:offset:ordinal`) of a canonical record tells which
            of two records with one key is the newer.

            **Partitions**: *shared* is the same number for all topics that are joined by key, %d unless another is chosen when
            they are created (the local stack has 4). All names take the prefix in `topics.prefix`.

            | topic | what it is | key | records | partitions | kept | written by | read by |
            |---|---|---|---|---|---|---|---|
            %s
            ## Roles
            What each may do on a cluster with access control, `vigia topics --acl` prints.

            | role | principal | what it does |
            |---|---|---|
            %s
            ## Records
            Instants are UTC, in milliseconds; dates are local days. Money has two decimals, quantities have three.

            %s""";

    private CataloguePage() {}

    /** The whole page. */
    public static String text() {
        return PAGE.formatted(
                Topics.SHARED_PARTITIONS,
                Topics.all().stream().map(CataloguePage::row).collect(joining()),
                Arrays.stream(Role.values()).map(CataloguePage::row).collect(joining()),
                RecordPages.text(Topics.all()));
    }

    private static String row(Topic topic) {
        return row(
                "`" + topic.name() + "`",
                topic.purpose(),
                "`" + topic.content().key().form().replace("|", "\\|") + "`",
                topic.content().types().stream().map(Class::getSimpleName).collect(joining(", ")),
                topic.storage().fixedPartitions() == 0 ? "shared" : "1",
                topic.storage().words(),
                names(topic.traffic().writers()),
                names(topic.traffic().readers()));
    }

    private static String row(Role role) {
        return row(name(role), "`" + role.id() + "`", role.purpose());
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String names(List<Role> roles) {
        return roles.stream().map(CataloguePage::name).collect(joining(", "));
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
