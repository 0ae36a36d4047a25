package dev.vigia.schemas.admin;

/** One thing about a topic that is other than the catalogue wants it. */
public record Difference(String topic, String what, String wanted, String found) {

    @Override
    public String toString() {
        return topic + ": " + what + " is " + found + ", should be " + wanted;
    }
}
