package dev.vigia.app.sim.plant.machine;

import dev.vigia.app.sim.plant.machine.MachineEvent.BrokeDown;
import dev.vigia.app.sim.plant.machine.MachineEvent.OrderReported;
import dev.vigia.app.sim.plant.machine.MachineEvent.WorkBegun;
import dev.vigia.app.sim.plant.machine.MachineEvent.WorkFinished;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Mends one machine: services by plan, repairs after breakdowns, one order at a time, repairs first. */
final class Workshop {

    private static final Duration NOTICE = Duration.ofDays(3);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int WEEKS_BETWEEN_SERVICES = 26;

    private final String machine;
    private final UniformRandomProvider random;
    private final Consumer<MachineEvent> journal;
    private final List<WorkOrder> open;
    private int orders;
    private Instant nextService;

    Workshop(String machine, Upkeep upkeep, UniformRandomProvider random, Consumer<MachineEvent> journal) {
        this.machine = machine;
        this.random = random;
        this.journal = journal;
        this.open = new ArrayList<>(upkeep.open());
        this.orders = upkeep.orders();
        this.nextService = upkeep.nextService();
    }

    /** A machine in the middle of its service interval; services begin at this time of a Monday to Friday. */
    static Upkeep start(Instant monday, UniformRandomProvider random) {
        var weekday = monday.plus(Duration.ofDays(random.nextInt(5)));
        return new Upkeep(0, List.of(), weekday.plus(WEEK.multipliedBy(random.nextInt(1, WEEKS_BETWEEN_SERVICES))));
    }

    Operation.Availability availability() {
        if (open.stream().anyMatch(WorkOrder::begun)) {
            return Operation.Availability.IN_WORK;
        }
        var broken = open.stream().anyMatch(WorkOrder::corrective);
        return broken ? Operation.Availability.BROKEN : Operation.Availability.READY;
    }

    /** Plans, begins and finishes what is due; the order that was finished, if one was. */
    Optional<WorkOrder> attend(Instant at) {
        planService(at);
        var finished = finish(at);
        begin(at);
        return finished;
    }

    private void planService(Instant at) {
        if (!at.isBefore(nextService.minus(NOTICE))) {
            var work = Duration.ofMinutes(random.nextLong(120, 360));
            report(at, new WorkOrder(nextId(), null, nextService, work, null));
            nextService = nextService.plus(WEEK.multipliedBy(WEEKS_BETWEEN_SERVICES + random.nextInt(-3, 4)));
        }
    }

    private Optional<WorkOrder> finish(Instant at) {
        var finished = open.stream().filter(order -> order.doneAt(at)).findFirst();
        finished.ifPresent(order -> {
            open.remove(order);
            journal.accept(new WorkFinished(at, order));
        });
        return finished;
    }

    private void begin(Instant at) {
        if (availability() != Operation.Availability.IN_WORK) {
            open.stream().filter(order -> order.dueAt(at)).findFirst().ifPresent(order -> begin(at, order));
        }
    }

    private void begin(Instant at, WorkOrder order) {
        var begun = order.begun(at);
        open.set(open.indexOf(order), begun);
        journal.accept(new WorkBegun(at, begun));
    }

    /** The machine stands; a mechanic comes after a while, and all in all it takes 4 to 48 hours. */
    void breakDown(Instant at, FailureMode mode) {
        var bell = ZigguratSampler.NormalizedGaussian.of(random);
        var minutes = 60 * Math.min(46, Math.max(4.5, 12 * Math.exp(0.6 * bell.sample())));
        var waiting = (long) (minutes * random.nextDouble(0.1, 0.4));
        var work = Duration.ofMinutes((long) minutes - waiting);
        var order = new WorkOrder(nextId(), mode, at.plus(Duration.ofMinutes(waiting)), work, null);
        journal.accept(new BrokeDown(at, mode, order.id()));
        report(at, order);
    }

    private void report(Instant at, WorkOrder order) {
        open.add(order.corrective() ? 0 : open.size(), order);
        journal.accept(new OrderReported(at, order));
    }

    private String nextId() {
        orders++;
        return "%s/%03d".formatted(machine, orders);
    }

    Upkeep state() {
        return new Upkeep(orders, open, nextService);
    }
}
