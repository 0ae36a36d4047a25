package dev.vigia.schemas.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.schemas.Role;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrantsTest {

    private final Grants grants = new Grants("");

    @ParameterizedTest
    @EnumSource(Role.class)
    void shouldWriteOnlyWhatTheCatalogueSaysWhenARoleIsGrantedTopics(Role role) {
        var written = Topics.all().stream()
                .filter(topic -> topic.traffic().writers().contains(role))
                .map(Topic::name);
        assertThat(ofCatalogue(role, AclOperation.WRITE)).containsExactlyElementsOf(written.toList());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void shouldReadOnlyWhatTheCatalogueSaysWhenARoleIsGrantedTopics(Role role) {
        var read = Topics.all().stream()
                .filter(topic -> topic.traffic().readers().contains(role))
                .map(Topic::name);
        assertThat(ofCatalogue(role, AclOperation.READ)).containsExactlyElementsOf(read.toList());
    }

    @Test
    void shouldOwnItsInternalTopicsGroupsAndTransactionsWhenItIsAStreamsApplication() {
        assertThat(grants.of(Role.DEMAND))
                .filteredOn(grant -> grant.name().equals("vigia-demand"))
                .extracting(Grant::type)
                .containsExactly(ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID, ResourceType.TOPIC);
    }

    @Test
    void shouldOnlyReadWhenARoleIsAReader() {
        assertThat(grants.of(Role.READER))
                .filteredOn(grant -> grant.type() == ResourceType.TOPIC)
                .isNotEmpty()
                .allMatch(grant -> grant.operations().equals(List.of(AclOperation.READ, AclOperation.DESCRIBE)));
    }

    @Test
    void shouldNotReadCustomersOrdersWhenARoleIsAReader() {
        assertThat(ofCatalogue(Role.READER, AclOperation.READ)).doesNotContain("sales.order.v1");
    }

    @Test
    void shouldTouchNothingOfAnotherInstallationWhenThereIsAPrefix() {
        assertThat(new Grants("acme.").of(Role.STOCK))
                .isNotEmpty()
                .allMatch(grant -> grant.name().startsWith("acme."));
    }

    @Test
    void shouldReadAsALineForKafkasToolWhenPrinted() {
        // Given
        var grant = grants.of(Role.DEMAND).get(0);
        // Then
        assertThat(grant.command("vigia-demand"))
                .isEqualTo("kafka-acls --bootstrap-server \"$BOOTSTRAP\" --add --allow-principal 'User:vigia-demand'"
                        + " --operation Read --operation Describe --topic 'sales.order.v1'");
    }

    @Test
    void shouldSpellOperationsAndPrefixesAsKafkasToolDoesWhenPrinted() {
        assertThat(grants.of(Role.SINK))
                .extracting(grant -> grant.command("x"))
                .anyMatch(line -> line.endsWith("--group 'connect-vigia-sink' --resource-pattern-type prefixed"));
        assertThat(grants.of(Role.ADMIN))
                .extracting(grant -> grant.command("x"))
                .allMatch(line -> line.contains("--operation DescribeConfigs --operation Alter"));
    }

    /** The topics of the catalogue on which a role has a right. */
    private List<String> ofCatalogue(Role role, AclOperation operation) {
        return grants.of(role).stream()
                .filter(grant ->
                        grant.type() == ResourceType.TOPIC && grant.name().endsWith(".v1"))
                .filter(grant -> grant.operations().contains(operation))
                .map(Grant::name)
                .toList();
    }
}
