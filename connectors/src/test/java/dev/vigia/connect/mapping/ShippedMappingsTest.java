package dev.vigia.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.connect.row.TableId;
import dev.vigia.schema.EquipmentAsset;
import dev.vigia.schema.EquipmentState;
import dev.vigia.schema.MaintenanceKind;
import dev.vigia.schema.MaintenanceOrder;
import dev.vigia.schema.MaintenanceStatus;
import dev.vigia.schema.OperatingState;
import dev.vigia.schema.PlaceRegion;
import dev.vigia.schema.ProductItem;
import dev.vigia.schema.StockLevel;
import dev.vigia.schema.SupplyInbound;
import dev.vigia.schema.SupplyPolicy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mappings of the simulated company on rows as its databases have them. */
class ShippedMappingsTest {

    private static final Instant NOW = Instant.parse("2024-05-06T13:00:00Z");

    @ParameterizedTest
    @MethodSource("dev.vigia.connect.mapping.MappingFiles#shipped")
    void shouldReadEveryMappingThatIsShipped(String name) {
        // When
        var mapping = MappingFiles.read(name);
        // Then
        assertThat(mapping.file()).isEqualTo(name + ".yaml");
        assertThat(mapping.hash()).hasSize(64);
        assertThat(mapping.tables()).isNotEmpty();
    }

    @Test
    void shouldNameTheShippedOnesWhenThereIsNoSuchFile() {
        assertThatThrownBy(() -> MappingFiles.read("odo"))
                .hasMessage("there is no mapping \"odo\": neither a file of this path nor one that is shipped."
                        + " Did you mean \"odoo\"? Nothing was written.");
    }

    @Test
    void shouldNotEvenReadWhatNamesCustomers() {
        // When
        var erp = MappingFiles.read("erp");
        // Then
        assertThat(erp.tables()).map(TableId::toString).doesNotContain("erp.customer");
        assertThat(erp.hashedColumns(TableId.parse("erp.sales_order"))).containsExactly("customer_id");
    }

    @Test
    void shouldMapProductsOfTheErp() {
        // Given
        var rule = Company.rule("erp", Company.ERP, "product.item.v1");
        var row = Company.PRODUCT.row(
                "P-1",
                "Pump\t1",
                "pumps",
                "f",
                "EA",
                new BigDecimal("10.5"),
                BigDecimal.ONE,
                LocalDate.of(2022, 1, 3),
                null,
                "active",
                NOW);
        // When
        var item = new Database().add(row).records(rule, ProductItem.class).get(0);
        // Then
        assertThat(item)
                .isEqualTo(new ProductItem(
                        "P-1",
                        "Pump 1",
                        "pumps",
                        "EA",
                        new BigDecimal("10.50"),
                        "BRL",
                        LocalDate.of(2022, 1, 3),
                        null,
                        "erp"));
    }

    @Test
    void shouldSayWhatIsStillToComeWhenAPurchaseIsOpen() {
        // Given
        var database = new Database()
                .add(Company.PURCHASE.row(
                        new BigDecimal(7), "W-1", "S", "open", NOW, LocalDate.of(2024, 6, 1), null, NOW))
                .add(Company.PURCHASE_LINE.row(
                        new BigDecimal(7),
                        new BigDecimal(2),
                        "P-1",
                        new BigDecimal("10.000"),
                        new BigDecimal("3.500")));
        // When
        var inbound = database.records(Company.rule("wms", Company.WMS, "supply.inbound.v1"), SupplyInbound.class);
        // Then
        assertThat(inbound)
                .containsExactly(new SupplyInbound(
                        "7", "2", "P-1", "W-1", new BigDecimal("6.500"), LocalDate.of(2024, 6, 1), "wms"));
    }

    @Test
    void shouldMapStockPoliciesAndRegionsOfTheWms() {
        // Given
        var database = new Database()
                .add(Company.STOCK.row("W-1", "P-1", new BigDecimal("5.000"), new BigDecimal("1.000"), NOW))
                .add(Company.POLICY.row(
                        "W-1",
                        "P-1",
                        new BigDecimal("4.000"),
                        new BigDecimal("2.000"),
                        new BigDecimal(9),
                        new BigDecimal(2),
                        new BigDecimal(7),
                        new BigDecimal("0.95"),
                        NOW))
                .add(Company.WAREHOUSE.row(
                        "W-1", "Main", "Santos", new BigDecimal("-23.9"), new BigDecimal("-46.3"), NOW))
                .add(Company.WAREHOUSE_REGION.row("SP", "W-1", NOW));
        // Then
        assertThat(database.records(Company.rule("wms", Company.WMS, "stock.level.v1"), StockLevel.class))
                .containsExactly(
                        new StockLevel("P-1", "W-1", new BigDecimal("5.000"), new BigDecimal("1.000"), NOW, "wms"));
        assertThat(database.records(Company.rule("wms", Company.WMS, "supply.policy.v1"), SupplyPolicy.class))
                .containsExactly(new SupplyPolicy(
                        "P-1", "W-1", "", 9.0, 2.0, 7, 0.95, new BigDecimal("4.000"), new BigDecimal("2.000"), "wms"));
        assertThat(database.records(Company.rule("wms", Company.WMS, "place.region.v1"), PlaceRegion.class))
                .containsExactly(new PlaceRegion("W-1", "SP", "Main", -23.9, -46.3, "wms"));
    }

    @Test
    void shouldListTheChannelsOfAMachineInAFixedOrder() {
        // Given
        var database = new Database()
                .add(Company.MACHINE.row(
                        "M-1", "Press", "motor", "H1", "continuous", BigDecimal.TEN, LocalDate.of(2020, 2, 29)))
                .add(Company.PLACE.row(
                        "H1", "Santos", "A", new BigDecimal(3), new BigDecimal("-23.9"), new BigDecimal("-46.3")))
                .add(channel("vibration", "mm/s", "0", "50", "6"))
                .add(channel("current", "A", "0", "99.5", "7"));
        // When
        var asset = database.records(Company.rule("plant", Company.PLANT, "equipment.asset.v1"), EquipmentAsset.class)
                .get(0);
        // Then
        assertThat(asset.getPlace()).isEqualTo("Santos, A, 3");
        assertThat(asset.getInstalledOn()).isEqualTo(LocalDate.of(2020, 2, 29));
        assertThat(asset.getChannels())
                .containsExactly(
                        new dev.vigia.schema.Channel("current", "A", 0.0, 99.5, 514_286L),
                        new dev.vigia.schema.Channel("vibration", "mm/s", 0.0, 50.0, 600_000L));
    }

    private static dev.vigia.connect.row.Row channel(
            String measure, String unit, String low, String high, String readings) {
        return Company.CHANNEL.row(
                "M-1", measure, unit, new BigDecimal(low), new BigDecimal(high), new BigDecimal(readings));
    }

    @Test
    void shouldGiveTheNewestStateWhenAMachineHadSeveral() {
        // Given
        var idle = Company.MACHINE.row(
                "M-2", "Idle", "motor", "H1", "continuous", BigDecimal.TEN, LocalDate.of(2020, 1, 1));
        var database = new Database()
                .add(
                        Company.MACHINE.row(
                                "M-1", "Press", "motor", "H1", "continuous", BigDecimal.TEN, LocalDate.of(2020, 1, 1)),
                        idle)
                .add(Company.STATE.row("M-1", NOW, "running"))
                .add(Company.STATE.row("M-1", NOW.minusSeconds(60), "starting"));
        // When
        var made = database.made(Company.rule("plant", Company.PLANT, "equipment.state.v1"))
                .toList();
        // Then
        assertThat(made)
                .containsExactly(
                        new Made.Mapped("M-1", new EquipmentState("M-1", OperatingState.RUNNING, NOW, "", "plant")),
                        new Made.Excluded("M-2"));
    }

    @Test
    void shouldDeriveTheStatusOfWorkFromItsTimes() {
        // Given
        var later = NOW.plusSeconds(3600);
        var database = new Database()
                .add(Company.WORK.row("O-1", "M-1", "corrective", "bearing", NOW, later, later.plusSeconds(1), "done"))
                .add(Company.WORK.row("O-2", "M-1", "preventive", null, NOW, later, null, "at it"))
                .add(Company.WORK.row("O-3", "M-1", "preventive", null, NOW, null, null, "soon"));
        // When
        var work =
                database.records(Company.rule("plant", Company.PLANT, "maintenance.order.v1"), MaintenanceOrder.class);
        // Then
        assertThat(work)
                .extracting(MaintenanceOrder::getStatus)
                .containsExactly(MaintenanceStatus.DONE, MaintenanceStatus.IN_PROGRESS, MaintenanceStatus.PLANNED);
        assertThat(work.get(0).getFailedAt()).isEqualTo(NOW);
        assertThat(work.get(1).getFailedAt()).isNull();
        assertThat(work.get(1).getKind()).isEqualTo(MaintenanceKind.PREVENTIVE);
    }
}
