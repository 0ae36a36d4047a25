package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.DeclaredType;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import dev.vigia.schemas.Topic;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A mapping file that was read: what a source system is called, and how its rows become canonical records. */
public final class Mapping {

    private final Header header;
    private final Map<TableId, Map<String, DeclaredType>> types;
    private final List<RecordSpec> records;
    private final Tables tables;
    private final Secrets secrets;

    Mapping(Header header, Map<TableId, Map<String, DeclaredType>> types, List<RecordSpec> records) {
        this(header, types, records, Secrets.of(records));
    }

    private Mapping(
            Header header, Map<TableId, Map<String, DeclaredType>> types, List<RecordSpec> records, Secrets secrets) {
        this.header = header;
        this.types = types;
        this.records = List.copyOf(records);
        this.tables = Tables.of(records);
        this.secrets = secrets;
    }

    /**
     * Reads a mapping file; its tables need not be known yet.
     *
     * @param file as problems name it
     * @throws MappingException with all that is wrong with it
     */
    public static Mapping parse(String file, String yaml) {
        return MappingReader.read(file, yaml);
    }

    /**
     * The rules, bound to the shapes of their tables.
     *
     * @param shapes of all {@link #tables()}; more do no harm
     * @throws MappingException with all that does not go together
     */
    public List<Rule> bind(Map<TableId, TableShape> shapes, Salt salt) {
        return new Binder(this, shapes, salt).rules();
    }

    /** The file, as problems name it. */
    public String file() {
        return header.file();
    }

    /** The name of the source system. */
    public String source() {
        return header.source();
    }

    /** What local dates and times mean. */
    public ZoneId zone() {
        return header.zone();
    }

    /** All tables that are read, also to look something up. */
    public Set<TableId> tables() {
        return tables.columns().keySet();
    }

    /** The columns of a table that are named, also in keys and to look something up. */
    public Set<String> columns(TableId table) {
        return tables.columns().getOrDefault(table, Set.of());
    }

    /** The columns of a table whose values must never reach Kafka in clear, not even in dead letters. */
    public Set<String> hashedColumns(TableId table) {
        return secrets.of(table);
    }

    /** How columns of a table are to be read, where its source gives nothing but text. */
    public Map<String, DeclaredType> declaredTypes(TableId table) {
        return types.getOrDefault(table, Map.of());
    }

    /** Which rows of a table become records of which topic, and under which keys: texts that change when that does. */
    public Map<String, String> keying(TableId table, Salt salt) {
        var own = records.stream().filter(record -> record.from().equals(table)).toList();
        return new Keying(declaredTypes(table), salt).ofTopics(own);
    }

    /**
     * What a record of the mapping is made of.
     *
     * @param name unique within the mapping
     * @param from the table whose rows it maps
     * @param lookedUp the tables that it looks up in
     */
    public record Outline(String name, Topic topic, TableId from, Set<TableId> lookedUp) {}

    /** What each record is made of, known before the tables are. */
    public List<Outline> outlines() {
        return records.stream().map(Mapping::outline).toList();
    }

    /** The same with only these records, under the names that they have here; what must not be shown stays the same. */
    public Mapping only(Collection<String> names) {
        var kept =
                records.stream().filter(record -> names.contains(record.name())).toList();
        return new Mapping(header, types, kept, secrets);
    }

    private static Outline outline(RecordSpec record) {
        var lookedUp = record.lookups().stream().map(LookupSpec::from).collect(Collectors.toUnmodifiableSet());
        return new Outline(record.name(), record.topic(), record.from(), lookedUp);
    }

    /** A hash of all that the file means; comments and blanks do not count. */
    public String hash() {
        return header.hash();
    }

    Header header() {
        return header;
    }

    List<RecordSpec> records() {
        return records;
    }
}
