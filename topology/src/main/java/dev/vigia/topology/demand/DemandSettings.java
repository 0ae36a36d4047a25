package dev.vigia.topology.demand;

import dev.vigia.topology.demand.read.SalesRules;
import dev.vigia.topology.demand.weeks.WeekRules;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/**
 * What the demand application must know.
 *
 * @param prefix of all topics
 * @param partitions of the topics of sales and of weeks; kept in the fingerprint, since state is cut by it
 * @param generation of its results, from 1
 * @param version of the program
 * @param values reads and writes records
 */
public record DemandSettings(
        String prefix,
        int partitions,
        int generation,
        String version,
        SalesRules sales,
        WeekRules weeks,
        Serde<SpecificRecord> values) {}
