package dev.moa.market.instrument;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class JdbcInstrumentStore implements InstrumentStore {
    private static final String ADD = """
            insert into instrument (id, venue, symbol, base, quote, tick_size, quantity_step, min_value, maker_fee,
                taker_fee, source, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing""";
    private static final String SEARCH = """
            select id, source, updated_at from instrument
            where active and id > ? and (?::text is null or venue = ?)
                and (?::text is null or strpos(id, ?) > 0 or strpos(upper(coalesce(name, '')), ?) > 0)
            order by id limit ?""";

    private final Sql sql;

    JdbcInstrumentStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(CatalogueEntry entry) {
        Instrument instrument = entry.instrument();
        return sql.update(
                        ADD,
                        instrument.id().toString(),
                        instrument.id().venue(),
                        instrument.id().symbol(),
                        instrument.base().toString(),
                        instrument.quote().toString(),
                        entry.finestTick(),
                        instrument.quantityStep(),
                        instrument.minNotional(),
                        instrument.fees().maker(),
                        instrument.fees().taker(),
                        entry.source(),
                        entry.updatedAt())
                == 1;
    }

    @Override
    public boolean isKnown(InstrumentId instrument) {
        return sql.one("select id from instrument where id = ?", rs -> rs.getString("id"), instrument.toString())
                .isPresent();
    }

    @Override
    public List<InstrumentId> withSymbol(String symbol) {
        return sql.list(
                "select id from instrument where symbol = ? order by id limit 2",
                rs -> InstrumentId.parse(rs.getString("id")),
                symbol);
    }

    @Override
    public List<CatalogueEntry> search(Search search) {
        return sql.list(
                SEARCH,
                rs -> new CatalogueEntry(
                        VenueRules.instrument(InstrumentId.parse(rs.getString("id"))),
                        rs.getString("source"),
                        Columns.instant(rs, "updated_at")),
                search.after(),
                search.venue(),
                search.venue(),
                search.text(),
                search.text(),
                search.text(),
                search.limit());
    }

    @Override
    public List<InstrumentId> all() {
        return sql.list(
                "select id from instrument order by id limit 10000", rs -> InstrumentId.parse(rs.getString("id")));
    }
}
