package dev.vigia.app;

import dev.vigia.app.local.StackAddresses;
import dev.vigia.schemas.Topics;
import dev.vigia.schemas.admin.TopicAdmin;
import dev.vigia.schemas.admin.TopicLayout;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The catalogue's topics on the broker of the local stack. */
final class LocalTopics {

    private static final TopicLayout LAYOUT = new TopicLayout(4, 1);

    private LocalTopics() {}

    /** Creates what is missing, and says so. */
    static String create(StackAddresses stack) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka()))) {
            var topics = new TopicAdmin(admin);
            var plan = topics.plan(LAYOUT.of(Topics.all()));
            topics.create(plan.missing());
            return "topics    %d, of which %d are new and %d differ from the catalogue; see vigia topics"
                    .formatted(
                            Topics.all().size(),
                            plan.missing().size(),
                            plan.differences().size());
        }
    }
}
