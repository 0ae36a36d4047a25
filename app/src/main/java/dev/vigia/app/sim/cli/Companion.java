package dev.vigia.app.sim.cli;

/** Who works beside the company as long as it lives. */
public interface Companion extends AutoCloseable {

    /** Nobody, and nothing to say. */
    Companion NOBODY = new Companion() {

        @Override
        public String words() {
            return "";
        }

        @Override
        public void close() {}
    };

    /** How it stands, to be said after what the company does; begins with what separates the two. */
    String words();

    @Override
    void close();
}
