package dev.vigia.bench.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * A report of sales as a file, in the shape of the mapping {@code sales-csv}.
 *
 * @param records that an import makes of it: its lines, and the orders they belong to
 */
record SalesReport(Path file, int lines, int records) {

    private static final long SEED = 7;
    private static final int LINES_OF_AN_ORDER = 4;

    static SalesReport write(Path file, int lines) throws IOException {
        var random = new Random(SEED);
        try (var out = Files.newBufferedWriter(file)) {
            out.write("pedido;item;data;situacao;uf;produto;quantidade;valor;vendedor;observacao\n");
            for (int i = 0; i < lines; i++) {
                out.write(line(i, random));
            }
        }
        int orders = (lines + LINES_OF_AN_ORDER - 1) / LINES_OF_AN_ORDER;
        return new SalesReport(file, lines, lines + orders);
    }

    private static String line(int i, Random random) {
        int order = i / LINES_OF_AN_ORDER;
        return String.format(
                Locale.GERMANY,
                "PV-%07d;%d;%02d/%02d/2026;faturado;SP;SKU-%05d;%,d,5;%,.2f;Vendedor %d;entrega normal\n",
                order,
                i % LINES_OF_AN_ORDER + 1,
                order % 28 + 1,
                order / 28 % 12 + 1,
                random.nextInt(3_000),
                random.nextInt(2_000),
                random.nextDouble() * 5_000,
                random.nextInt(40));
    }
}
