package dev.vigia.connect.csv;

/** Told how an import goes. */
public interface ImportListener {

    /** Nobody listens. */
    ImportListener NOBODY = new ImportListener() {

        @Override
        public void say(String sentence) {}

        @Override
        public void progress(Progress progress) {}
    };

    /** Something a person should know. */
    void say(String sentence);

    /** How far it is, every now and then. */
    void progress(Progress progress);

    /**
     * How far an import is.
     *
     * @param passed bytes of the file that have been read
     * @param size of the file; -1 where nobody knows
     */
    record Progress(String file, long passed, long size, long lines, long refused) {}
}
