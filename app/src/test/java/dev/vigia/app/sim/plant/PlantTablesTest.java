package dev.vigia.app.sim.plant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.sim.Column;
import dev.vigia.app.sim.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PlantTablesTest {

    static final Iterable<Table> TABLES = PlantTables.ALL;

    private static final Map<Column.Type, String> SQL = Map.of(
            Column.Type.TEXT, "text",
            Column.Type.INTEGER, "integer",
            Column.Type.REAL, "double precision",
            Column.Type.DATE, "date",
            Column.Type.INSTANT, "timestamptz");

    @ParameterizedTest
    @FieldSource("TABLES")
    void shouldBeCreatedWithTheSameColumnsInTheSameOrder(Table table) throws IOException {
        // Given
        var definition = definition(table);
        // When
        var columns = definition
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("primary key"))
                .map(line -> line.replaceAll("( primary key| not null|,).*", ""))
                .toList();
        // Then
        assertThat(columns)
                .containsExactlyElementsOf(table.columns().stream()
                        .map(column -> column.name() + " " + SQL.get(column.type()))
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void shouldBeCreatedWithTheSamePrimaryKey(Table table) throws IOException {
        // Given
        var key = table.key().stream().map(Column::name).collect(Collectors.joining(", "));
        // Then
        assertThat(definition(table)).containsAnyOf("primary key (" + key + ")", key + " text primary key");
    }

    private static String definition(Table table) throws IOException {
        try (var resource = Objects.requireNonNull(Plant.class.getResourceAsStream("plant.sql"))) {
            var ddl = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            var begin = ddl.indexOf("create table " + table.name() + " (");
            assertThat(begin).as(table.name()).isNotNegative();
            return ddl.substring(ddl.indexOf('(', begin) + 1, ddl.indexOf("\n);", begin));
        }
    }
}
