package dev.vigia.app.map.guess;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A name as its words: {@code TB_DataPedido} is data, pedido. */
record Words(List<String> all) {

    /** Prefixes that say no more than that a table is a table. */
    private static final List<String> EMPTY = List.of("tb", "tbl", "t", "tab", "dbo", "x");

    static Words of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        var spaced = plain.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        var words = Arrays.stream(spaced.split("[^a-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        return new Words(words.size() > 1 && EMPTY.contains(words.get(0)) ? words.subList(1, words.size()) : words);
    }

    boolean has(Words others) {
        return !others.all.isEmpty() && all.containsAll(others.all);
    }

    boolean hasAny(List<String> words) {
        return all.stream().anyMatch(words::contains);
    }

    /** The same without the words that the name of the table says already. */
    Words without(Words table) {
        return new Words(all.stream().filter(word -> !table.all.contains(word)).toList());
    }

    String joined() {
        return String.join("_", all);
    }
}
