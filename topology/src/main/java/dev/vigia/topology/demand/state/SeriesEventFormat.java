package dev.vigia.topology.demand.state;

import dev.vigia.domain.BusinessWeek;
import dev.vigia.domain.Contribution;
import dev.vigia.domain.Passed;
import dev.vigia.domain.Series;
import dev.vigia.domain.Upstream;
import dev.vigia.topology.demand.event.SeriesEvent;
import dev.vigia.topology.demand.event.SeriesEvent.Contributed;
import dev.vigia.topology.demand.event.SeriesEvent.UpstreamPassed;
import java.time.Instant;

/** What totals are told, as bytes on their way between tasks. */
public final class SeriesEventFormat {

    private static final int FORMAT = 1;
    private static final int USUAL_SIZE = 48;

    private static final int CONTRIBUTED = 0;
    private static final int PASSED = 1;
    private static final int PASSED_LIVE = 2;

    private SeriesEventFormat() {}

    public static byte[] write(SeriesEvent event) {
        var writer = new StateWriter(FORMAT, USUAL_SIZE);
        if (event instanceof Contributed contributed) {
            write(writer.bits(CONTRIBUTED), contributed.contribution());
        } else if (event instanceof UpstreamPassed upstream) {
            write(writer.bits(upstream.passed().live() ? PASSED_LIVE : PASSED), upstream);
        }
        return writer.bytes();
    }

    public static SeriesEvent read(byte[] bytes) {
        var reader = new StateReader(bytes, FORMAT, "message between tasks");
        int kind = reader.bits();
        return kind == CONTRIBUTED ? new Contributed(contribution(reader)) : passed(reader, kind == PASSED_LIVE);
    }

    private static void write(StateWriter writer, Contribution contribution) {
        writer.text(contribution.series().product())
                .text(contribution.series().region())
                .number(contribution.week().number())
                .number(contribution.lines());
        AmountsFormat.write(writer, contribution.amounts());
    }

    private static Contribution contribution(StateReader reader) {
        return new Contribution(
                new Series(reader.text(), reader.text()),
                new BusinessWeek(reader.whole()),
                reader.whole(),
                AmountsFormat.read(reader));
    }

    private static void write(StateWriter writer, UpstreamPassed event) {
        writer.text(event.upstream().source())
                .text(event.upstream().through())
                .number(event.upstream().partition())
                .number(event.passed().epoch())
                .number(event.passed().at().toEpochMilli())
                .number(event.passed().of());
    }

    private static UpstreamPassed passed(StateReader reader, boolean live) {
        var upstream = new Upstream(reader.text(), reader.text(), reader.whole());
        return new UpstreamPassed(
                upstream, new Passed(reader.number(), live, Instant.ofEpochMilli(reader.number()), reader.whole()));
    }
}
