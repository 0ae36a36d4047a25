package dev.vigia.app.topics;

import dev.vigia.schemas.Role;
import dev.vigia.schemas.admin.Grants;
import java.util.Arrays;
import java.util.stream.Stream;

/** What each role may do, as lines for Kafka's own tool: a script once {@code BOOTSTRAP} is set. */
public final class GrantList {

    private GrantList() {}

    /** A comment and the commands for each role; its principal is the role's id. */
    public static Stream<String> lines(String prefix) {
        var grants = new Grants(prefix);
        return Arrays.stream(Role.values()).flatMap(role -> lines(grants, role));
    }

    private static Stream<String> lines(Grants grants, Role role) {
        var heading = "# " + grants.id(role) + ": " + role.purpose();
        return Stream.concat(Stream.of(heading), grants.of(role).stream().map(grant -> grant.command(grants.id(role))));
    }
}
