package dev.vigia.schemas.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigType;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

    private final List<ClusterTopic> wanted = new TopicLayout(4, 0).of(Topics.all());

    @Test
    void shouldHaveNothingToDoWhenTheClusterIsAsWanted() {
        // Given
        var found = wanted.stream().map(TopicPlanTest::asABrokerSaysIt).toList();
        // When
        var plan = TopicPlan.of(wanted, found);
        // Then
        assertThat(plan.isNothingToDo()).isTrue();
    }

    @Test
    void shouldCreateEverythingWhenTheClusterIsEmpty() {
        // When
        var plan = TopicPlan.of(wanted, List.of());
        // Then
        assertThat(plan.missing()).isEqualTo(wanted);
        assertThat(plan.differences()).isEmpty();
        assertThat(plan.isNothingToDo()).isFalse();
    }

    @Test
    void shouldNameEveryDifferenceWhenATopicWasAlteredByHand() {
        // Given
        var name = Topics.SALES_LINES.name();
        var found = altered(
                name,
                topic -> new ClusterTopic(
                        name,
                        6,
                        1,
                        settings(
                                entry("cleanup.policy", "delete", ConfigSource.DYNAMIC_TOPIC_CONFIG),
                                entry("delete.retention.ms", "1", ConfigSource.DYNAMIC_DEFAULT_BROKER_CONFIG),
                                entry("retention.ms", "5", ConfigSource.STATIC_BROKER_CONFIG))));
        // When
        var plan = TopicPlan.of(wanted, found);
        // Then
        assertThat(plan.missing()).isEmpty();
        assertThat(plan.differences())
                .extracting(Difference::toString)
                .containsExactly(
                        "sales.line.v1: partitions is 6, should be 4",
                        "sales.line.v1: cleanup.policy is delete, should be compact",
                        "sales.line.v1: delete.retention.ms is 1, should be 604800000",
                        "sales.line.v1: max.compaction.lag.ms is (not set), should be 604800000");
    }

    @Test
    void shouldNameWhatIsSetOnATopicWhenTheCatalogueDoesNotWantIt() {
        // Given
        var name = Topics.SALES_LINES.name();
        var byHand = List.of(
                entry("retention.bytes", "1048576", ConfigSource.DYNAMIC_TOPIC_CONFIG),
                entry("max.message.bytes", "2000", ConfigSource.DYNAMIC_TOPIC_CONFIG),
                entry("segment.ms", "1000", ConfigSource.DYNAMIC_DEFAULT_BROKER_CONFIG));
        var found = altered(name, topic -> asABrokerSaysIt(topic, byHand));
        // When
        var plan = TopicPlan.of(wanted, found);
        // Then
        assertThat(plan.differences())
                .extracting(Difference::toString)
                .containsExactly(
                        "sales.line.v1: max.message.bytes is 2000, should be (not set)",
                        "sales.line.v1: retention.bytes is 1048576, should be (not set)");
    }

    @Test
    void shouldBeSilentWhenTheClusterSetsForAllWhatIsWanted() {
        // Given
        var name = Topics.READINGS.name();
        var found = altered(
                name,
                topic -> new ClusterTopic(
                        name,
                        4,
                        1,
                        settings(
                                entry("cleanup.policy", "delete", ConfigSource.DEFAULT_CONFIG),
                                entry("retention.ms", "2592000000", ConfigSource.STATIC_BROKER_CONFIG))));
        // Then
        assertThat(TopicPlan.of(wanted, found).isNothingToDo()).isTrue();
    }

    @Test
    void shouldCompareCopiesOnlyWhenTheirNumberIsGiven() {
        // Given
        var found = wanted.stream().map(TopicPlanTest::asABrokerSaysIt).toList();
        // When
        var plan = TopicPlan.of(new TopicLayout(4, 3).of(Topics.all()), found);
        // Then
        assertThat(plan.differences())
                .hasSameSizeAs(wanted)
                .allMatch(it ->
                        it.what().equals("replication.factor") && it.found().equals("1"));
    }

    @Test
    void shouldIgnoreTopicsThatAreNotOursWhenTheClusterHasOthers() {
        // Given
        var others = List.of(new ClusterTopic("payments", 1, 1, settings()));
        // When
        var plan = TopicPlan.of(List.of(), others);
        // Then
        assertThat(plan.isNothingToDo()).isTrue();
    }

    @Test
    void shouldKeepTheirOwnCountWhenTopicsDoNotShareTheirPartitions() {
        assertThat(wanted)
                .filteredOn(topic -> topic.partitions() == 1)
                .extracting(ClusterTopic::name)
                .containsExactlyInAnyOrder(
                        "product.item.v1",
                        "place.region.v1",
                        "dead.letter.v1",
                        "quality.issue.v1",
                        "capture.progress.v1");
    }

    @Test
    void shouldRefuseALayoutWhenItsNumbersMakeNoSense() {
        assertThatThrownBy(() -> new TopicLayout(0, 1)).hasMessage("topics need at least 1 partition, not 0");
        assertThatThrownBy(() -> new TopicLayout(1, -1)).hasMessageContaining("a replication factor of -1 is none");
    }

    private List<ClusterTopic> altered(String name, UnaryOperator<ClusterTopic> change) {
        List<ClusterTopic> found = new ArrayList<>();
        for (var topic : wanted) {
            found.add(topic.name().equals(name) ? change.apply(topic) : asABrokerSaysIt(topic));
        }
        return found;
    }

    private static ClusterTopic asABrokerSaysIt(ClusterTopic topic) {
        return asABrokerSaysIt(topic, List.of());
    }

    /** A broker tells every setting, not only those that were set on the topic. */
    private static ClusterTopic asABrokerSaysIt(ClusterTopic topic, List<ConfigEntry> more) {
        List<ConfigEntry> entries = new ArrayList<>(more);
        entries.add(entry("segment.bytes", "1073741824", ConfigSource.DEFAULT_CONFIG));
        entries.add(entry("min.insync.replicas", "2", ConfigSource.DYNAMIC_DEFAULT_BROKER_CONFIG));
        topic.settings()
                .values()
                .forEach((name, value) -> entries.add(entry(name, value, ConfigSource.DYNAMIC_TOPIC_CONFIG)));
        return new ClusterTopic(topic.name(), topic.partitions(), 1, TopicSettings.of(new Config(entries)));
    }

    private static TopicSettings settings(ConfigEntry... entries) {
        return TopicSettings.of(new Config(List.of(entries)));
    }

    private static ConfigEntry entry(String name, String value, ConfigSource source) {
        return new ConfigEntry(name, value, source, false, false, List.of(), ConfigType.UNKNOWN, null);
    }
}
