package dev.vigia.connect.join;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be assembled: roots, and addresses whose watching roots have yet to be found. */
final class Touched {

    private final Set<Root> roots = new LinkedHashSet<>();
    private final Set<Bytes> addresses = new LinkedHashSet<>();

    void root(Root root) {
        roots.add(root);
    }

    void address(@Nullable Bytes address) {
        if (address != null) {
            addresses.add(address);
        }
    }

    int size() {
        return roots.size() + addresses.size();
    }

    int roots() {
        return roots.size();
    }

    Set<Root> takeRoots() {
        var taken = new LinkedHashSet<>(roots);
        roots.clear();
        return taken;
    }

    Set<Bytes> takeAddresses() {
        var taken = new LinkedHashSet<>(addresses);
        addresses.clear();
        return taken;
    }
}
