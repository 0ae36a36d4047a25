package dev.vigia.topology.demand;

import dev.vigia.domain.Series;
import dev.vigia.schema.DemandWeek;
import dev.vigia.schema.OutputProgress;
import dev.vigia.schema.Phase;
import dev.vigia.schema.QualityIssue;
import dev.vigia.schema.Severity;
import dev.vigia.schemas.Keys;
import dev.vigia.schemas.Topics;
import dev.vigia.topology.demand.event.WeekEvent.WeekTold;
import dev.vigia.topology.demand.event.WeekEvent.WeekTooOld;
import dev.vigia.topology.demand.event.WeekEvent.WeeksPassed;
import java.time.Instant;

/** Makes records of what is told of weeks. */
final class WeekRecords {

    private static final String STEP = "total-weeks";

    private final DemandSettings settings;

    WeekRecords(DemandSettings settings) {
        this.settings = settings;
    }

    static String key(Series series) {
        return Keys.of(series.product(), series.region());
    }

    DemandWeek week(WeekTold told, Instant now) {
        var calendar = settings.sales().calendar();
        var week = told.week();
        var amounts = week.amounts();
        return DemandWeek.newBuilder()
                .setProduct(told.series().product())
                .setRegion(told.series().region())
                .setWeekStart(calendar.firstDay(week.week()))
                .setWeekStartsAt(calendar.startsAt(week.week()))
                .setWeekEndsAt(calendar.endsAt(week.week()))
                .setGross(amounts.gross().units())
                .setReturned(amounts.returned().units())
                .setNet(amounts.net().units())
                .setRevenue(amounts.revenue().amount())
                .setCurrency(settings.sales().currency())
                .setObserved(week.availability().observed())
                .setAvailableFraction(week.availability().fraction())
                .setGeneration(settings.generation())
                .setRevision(week.revision())
                .setMadeBy(STEP)
                .setMadeByVersion(settings.version())
                .setMadeAt(now)
                .build();
    }

    OutputProgress progress(WeeksPassed told, Instant now) {
        var passed = told.passed();
        return OutputProgress.newBuilder()
                .setSource(told.source())
                .setTopic(Topics.DEMAND_WEEKS.name())
                .setPartition(told.partition())
                .setOf(settings.partitions())
                .setEpoch(passed.epoch())
                .setPhase(passed.live() ? Phase.LIVE : Phase.SNAPSHOT)
                .setAt(passed.at())
                .setGeneration(settings.generation())
                .setMadeBy(STEP)
                .setMadeByVersion(settings.version())
                .setMadeAt(now)
                .build();
    }

    QualityIssue tooOld(WeekTooOld told, Instant now) {
        var calendar = settings.sales().calendar();
        return QualityIssue.newBuilder()
                .setRule("older-than-history")
                .setSeverity(Severity.WARNING)
                .setSubject(key(told.series()))
                .setOpen(false)
                .setSince(calendar.startsAt(told.week()))
                .setDescription(
                        "The week from " + calendar.firstDay(told.week()) + " was changed, and is older than the"
                                + " history that is kept. Nothing is told of it any more.")
                .setOrigin(STEP)
                .setGeneration(settings.generation())
                .setMadeBy(STEP)
                .setMadeByVersion(settings.version())
                .setMadeAt(now)
                .build();
    }
}
