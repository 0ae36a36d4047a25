package dev.vigia.app.sim;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A part of the company that writes rows and sends readings, a business day at a time.
 *
 * <p>Pure: the same seed, state and commands give the same day, so a day that was interrupted is planned again and what
 * it had already written is skipped. A command changes nothing of the day before its own time.
 *
 * @param <S> what is carried from one day to the next: records that Jackson writes and reads back unchanged
 */
public interface Department<S> {

    String name();

    /** The tables it writes, referenced ones first. Their DDL is the resource {@code <name>.sql} beside the class. */
    List<Table> tables();

    Class<S> stateType();

    /** The state before the first day. */
    S initialState();

    /** The rows that stand before the first day: master data, opening stock. */
    List<RowChange> opening();

    /** What happens on a day of the business time zone, given the state at its start and the commands given during it. */
    Day<S> plan(LocalDate day, S state, List<Command> commands);

    /** The names of the commands that change what it plans. */
    default Set<String> commands() {
        return Set.of();
    }

    /** Why one of its commands cannot be carried out, in a sentence for people; empty when it can. */
    default Optional<String> refusal(Command command) {
        return Optional.empty();
    }
}
