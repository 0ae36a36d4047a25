package dev.vigia.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private static final Set<String> MADE_BY =
            Set.of("generation", "revision", "madeBy", "madeByVersion", "madeBySha256", "madeAt");

    @Test
    void shouldListEveryConstantWhenAskedForAll() throws IllegalAccessException {
        // Given
        var constants = Arrays.stream(Topics.class.getFields())
                .filter(field -> field.getType() == Topic.class && Modifier.isStatic(field.getModifiers()))
                .toList();
        // When
        var all = Topics.all();
        // Then
        assertThat(all).hasSameSizeAs(constants);
        for (var constant : constants) {
            assertThat(all).contains((Topic) constant.get(null));
        }
    }

    @Test
    void shouldHaveNamesOfDomainNounAndVersionWhenTheyAreDistinct() {
        assertThat(Topics.all())
                .extracting(Topic::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+\\.[a-z]+\\.v1"));
    }

    @Test
    void shouldBeWrittenAndReadBySomeoneWhenInTheCatalogue() {
        assertThat(Topics.all()).allSatisfy(topic -> {
            assertThat(topic.traffic().writers()).isNotEmpty();
            assertThat(topic.traffic().readers()).isNotEmpty();
            assertThat(topic.content().types()).isNotEmpty();
        });
    }

    @Test
    void shouldNameWhatMadeThemWhenRecordsAreResults() {
        Topics.all().stream()
                .filter(topic -> isResult(topic))
                .forEach(topic -> assertThat(fields(topic.content().types().get(0)))
                        .as(topic.name())
                        .containsAll(MADE_BY));
    }

    @Test
    void shouldShareTheirPartitionsWhenTasksJoinThem() {
        var joined =
                List.of(Topics.SALES_ORDERS, Topics.SALES_LINES, Topics.READINGS, Topics.ALERTS, Topics.DEMAND_WEEKS);
        assertThat(joined).allMatch(topic -> topic.storage().partitions(5) == 5);
        assertThat(Topics.PRODUCTS.storage().partitions(5)).isEqualTo(1);
    }

    @Test
    void shouldNeverCompactWhenManyRecordsShareAKey() {
        var histories =
                List.of(Topics.DEMAND_WEEKS, Topics.DEMAND_FORECASTS, Topics.FORECAST_ACCURACY, Topics.READINGS);
        assertThat(histories).allMatch(topic -> topic.storage().cleanup().equals("delete"));
    }

    @Test
    void shouldBeginWithThePrefixWhenOneIsGiven() {
        assertThat(Topics.ALERTS.prefixed("acme.").name()).isEqualTo("acme.failure.alert.v1");
        assertThatThrownBy(() -> Topics.ALERTS.prefixed("acme/"))
                .hasMessageContaining("topics.prefix \"acme/\"")
                .hasMessageContaining("use letters");
    }

    private static boolean isResult(Topic topic) {
        var writers = topic.traffic().writers();
        return writers.stream().allMatch(role -> role.work() == Role.Work.STREAMS);
    }

    private static List<String> fields(Class<? extends SpecificRecord> type) {
        return SpecificData.get().getSchema(type).getFields().stream()
                .map(Schema.Field::name)
                .toList();
    }
}
