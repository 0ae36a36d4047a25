package dev.vigia.app.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.map.MapCommands.Said;
import dev.vigia.app.sim.database.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @RegisterExtension
    static final MapCommands VIGIA = new MapCommands();

    private static final String ORDERS = """
            source: loja
            timezone: America/Sao_Paulo
            records:
              - to: sales.order.v1
                from: public.TB_PEDIDO
                key: [num_pedido]
                fields:
                  kind: "'SALE'"
                  status: { value: situacao, map: { faturado: COMPLETED, cancelado: CANCELLED } }
                  soldAt: local(data_pedido)
                  region: uf_entrega
                  customer: hash(id_cliente)
              - to: sales.line.v1
                from: public.TB_ITENS_PEDIDO
                key: [num_pedido, num_item]
                lookup:
                  product: { from: public.TB_PRODUTO, on: { cod_produto: cod_produto } }
                fields:
                  product: cod_produto
                  quantity: qtde
                  unit: coalesce(product.unidade, '')
                  revenue: valor_total
            """;

    @TempDir
    private Path folder;

    @Test
    void shouldAgreeToTheCentWhenTheSimulatedCompanyIsChecked() throws Exception {
        // Given
        var database = VIGIA.company();
        // When
        var said =
                VIGIA.run("check", "--jdbc", database.url(), "--mapping", "" + MapCommands.SHIPPED.resolve("erp.yaml"));
        // Then
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("sales.line.v1 from erp.sales_order_line")
                .containsPattern("All \\d+ cells \\(product, region, week\\) agree to the cent")
                .containsPattern("customer_id +check:")
                .doesNotContain("REPLICA IDENTITY FULL");
        assertThat(said.out().lines().filter(line -> !line.startsWith("    ")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void shouldCountWhatIsRefusedAndWhatLookupsDoNotFind() throws Exception {
        // Given
        var database =
                shop("set session_replication_role = replica; delete from \"TB_PRODUTO\" where cod_produto = 'P2'");
        // When
        var said = check(database, ORDERS);
        // Then
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("read 100   mapped 87   excluded 0   refused 13")
                .contains("refused, unmapped-value: 13")
                .containsPattern("13 x mapping.yaml:9 status: .*em análise")
                .contains("lookup product found nothing: 100")
                .contains("100 x cod_produto = P2")
                .contains("ALTER TABLE \"public\".\"TB_PEDIDO\" REPLICA IDENTITY FULL;")
                .doesNotContain("id_cliente         1 ");
    }

    @Test
    void shouldListTheCellsAndFailWhenJavaAndSqlDoNotAgree() throws Exception {
        // Given
        var database = shop("update \"TB_PEDIDO\" set uf_entrega = E'S\\x02P' where num_pedido = 1");
        // When
        var said = check(database, ORDERS);
        // Then
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .contains("2 cells (product, region, week) DIFFER")
                .contains("sold 0   returned 0   revenue 0")
                .contains("sold 0.500   returned 0   revenue 1.01");
    }

    @Test
    void shouldAgreeWhenRowsAreRefusedForWhatCountsForNothingAndTextIsAwkward() throws Exception {
        // Given
        var database = shop("""
                alter table "TB_ITENS_PEDIDO" alter qtde type text using qtde::text;
                update "TB_ITENS_PEDIDO" set qtde = 'n/a' where num_pedido = 1;
                update "TB_ITENS_PEDIDO" set qtde = E' 2.50\\n' where num_pedido = 2;
                update "TB_PEDIDO" set nome_contato = case when num_pedido = 3 then 'no JSON'
                    else '{"pays in": "R$", "gives": ' || num_pedido % 5 || '.50}' end;
                update "TB_PEDIDO" set nome_contato = replace(nome_contato, 'R$', 'US$') where num_pedido = 4;
                update "TB_PEDIDO" set uf_entrega = E'S\\tP' where num_pedido = 5""");
        var mapping = ORDERS.replace("records:", "types: { public.TB_ITENS_PEDIDO: { qtde: number } }\nrecords:")
                .replace(
                        "region: uf_entrega",
                        "region: uf_entrega || json(nome_contato, 'gives')\n"
                                + "      currency: { value: \"json(nome_contato, 'pays in')\", map: { R$: BRL } }");
        // When
        var said = check(database, mapping);
        // Then
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
        assertThat(said.out())
                .contains("refused, unmapped-value: ", "\"US$\" is not in the map")
                .contains("refused, unreadable: 1", "refused, unreadable: 2");
    }

    @Test
    void shouldFailAndShowTheKeyWhenTwoRowsWouldBeOneRecord() throws Exception {
        // Given
        var database = shop("insert into \"TB_ITENS_PEDIDO\" values (1, 3, 'P1', 1, 2.5)");
        var mapping = ORDERS.replace("key: [num_pedido, num_item]", "key: [num_pedido, cod_produto]");
        // When
        var said = check(database, mapping);
        // Then
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .contains("key not unique, records that would overwrite another: 1")
                .contains("1 x 1|P1");
        assertThat(check(database, ORDERS).exit()).isZero();
    }

    @Test
    void shouldNameLineAndNearestColumnWhenAColumnIsNotThere() throws Exception {
        // Given
        var database = shop("select 1");
        // When
        var said = check(database, ORDERS.replace("quantity: qtde", "quantity: qtd"));
        // Then
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err().lines())
                .containsExactly("mapping.yaml:20 quantity: column \"qtd\" is not in TB_ITENS_PEDIDO."
                        + " Did you mean \"qtde\"? Nothing was written.");
    }

    @Test
    void shouldNameTheNearestTableWhenATableIsNotThere() throws Exception {
        // Given
        var database = shop("select 1");
        // When
        var said = check(database, ORDERS.replace("from: public.TB_PEDIDO", "from: public.TB_PEDIDOS"));
        // Then
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err())
                .contains("mapping.yaml:4 from: ", "public.TB_PEDIDOS", "Did you mean \"public.TB_PEDIDO\"?");
    }

    private Said check(DatabaseAddress database, String mapping) throws IOException {
        var file = Files.writeString(folder.resolve("mapping.yaml"), mapping);
        return VIGIA.run("check", "--jdbc", database.url(), "--mapping", file.toString());
    }

    private static DatabaseAddress shop(String change) throws SQLException, IOException {
        var database = VIGIA.of("loja.sql", "loja-rows.sql");
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(change);
        }
        return database;
    }
}
