package dev.vigia.bench.capture;

import dev.vigia.connect.capture.Capture;
import dev.vigia.connect.capture.EpochChoice;
import dev.vigia.connect.capture.OffsetRule;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;

/** Capture as it is: mapped, in Avro, exactly once, with positions and markers. */
final class OurCapture implements Contestant {

    private final TrialStack stack;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private @Nullable Capture capture;

    OurCapture(TrialStack stack) {
        this.stack = stack;
    }

    @Override
    public String name() {
        return "capture";
    }

    @Override
    public void begin() {
        var kafka = String.valueOf(stack.kafka().get("bootstrap.servers"));
        var config = TrialStack.config(stack.jdbc(), kafka, stack.registry(), OffsetRule.WHOLE_TRANSACTIONS);
        capture = Capture.start(config.with(EpochChoice.NEW), metrics);
    }

    @Override
    public long done() {
        return (long) metrics.find("vigia.intake.records").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Override
    public void close() {
        if (capture != null) {
            capture.close();
        }
    }
}
