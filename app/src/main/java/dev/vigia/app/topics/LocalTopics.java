package dev.vigia.app.topics;

import dev.vigia.app.local.StackAddresses;
import dev.vigia.schemas.Topics;
import dev.vigia.schemas.admin.TopicLayout;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The catalogue's topics on the broker of the local stack. */
public final class LocalTopics {

    /** As many as a laptop can make use of. */
    static final int PARTITIONS = 4;

    private static final TopicLayout LAYOUT = new TopicLayout(PARTITIONS, 1);

    private LocalTopics() {}

    /** Creates what is missing. */
    public static TopicCreation create(StackAddresses stack) {
        var settings = new Properties();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka());
        return TopicCreation.on(settings, LAYOUT.of(Topics.all()));
    }
}
