package dev.vigia.schemas.admin;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Utils;

/** Compares the topics of a cluster with those wanted, and creates what is missing. It never alters a topic. */
public final class TopicAdmin {

    /** A broker learns of a new topic a moment after the controller has made it. */
    private static final int LOOKS = 100;

    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private final Admin admin;

    /** @param admin stays its owner's, who closes it */
    public TopicAdmin(Admin admin) {
        this.admin = admin;
    }

    /** What separates the cluster from what is wanted. */
    public TopicPlan plan(List<ClusterTopic> wanted) {
        var names = wanted.stream().map(ClusterTopic::name).toList();
        return TopicPlan.of(wanted, found(names));
    }

    /** Creates the topics; when this returns, they can be seen. */
    public void create(List<ClusterTopic> topics) {
        await(admin.createTopics(topics.stream().map(TopicAdmin::newTopic).toList())
                .all());
        var names = topics.stream().map(ClusterTopic::name).toList();
        for (int look = 0; look < LOOKS && !existing().containsAll(names); look++) {
            Utils.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    private Set<String> existing() {
        return await(admin.listTopics().names());
    }

    private List<ClusterTopic> found(List<String> wanted) {
        var existing = existing();
        var names = wanted.stream().filter(existing::contains).toList();
        var configs = configs(names);
        return await(admin.describeTopics(names).allTopicNames()).values().stream()
                .map(topic -> clusterTopic(topic, requireNonNull(configs.get(topic.name()))))
                .toList();
    }

    private Map<String, Config> configs(Collection<String> names) {
        var resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        return await(admin.describeConfigs(resources).all()).entrySet().stream()
                .collect(toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    private static ClusterTopic clusterTopic(TopicDescription description, Config config) {
        var partitions = description.partitions();
        int copies = partitions.get(0).replicas().size();
        return new ClusterTopic(description.name(), partitions.size(), copies, TopicSettings.of(config));
    }

    private static NewTopic newTopic(ClusterTopic topic) {
        Optional<Short> copies =
                topic.replicationFactor() == 0 ? Optional.empty() : Optional.of((short) topic.replicationFactor());
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), copies)
                .configs(topic.settings().values());
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw meaningOf(requireNonNull(e.getCause()));
        }
    }

    private static RuntimeException meaningOf(Throwable cause) {
        if (cause instanceof TimeoutException || cause instanceof DisconnectException) {
            return new ClusterUnreachableException(cause);
        }
        return cause instanceof RuntimeException refusal ? refusal : new KafkaException(cause);
    }
}
