package dev.moa.broker.paper;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.AccountId;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The paper venue's own book: the resting orders of all accounts of one process, where members of the household meet. In memory
 * only; it is built from the accounts' open orders whenever their books are read. One for all paper accounts; any thread.
 */
public final class HouseholdBook {
    private final Clock clock;
    private final Map<InstrumentId, HouseholdShelf> shelves = new ConcurrentHashMap<>();
    private final Map<UUID, Long> owners = new ConcurrentHashMap<>();
    private final AtomicLong people = new AtomicLong();
    private volatile Consumer<AccountId> inDoubt = account -> {};

    public HouseholdBook(Clock clock) {
        this.clock = clock;
    }

    /**
     * Lets an account take part; its orders of before are gone.
     *
     * @param owner whose account it is: orders of one owner never trade with each other
     * @param epoch which run of the account this is, to be stored with what is agreed with it
     */
    public HouseholdMember join(AccountId account, UUID owner, long epoch) {
        long number = owners.computeIfAbsent(owner, any -> people.incrementAndGet());
        return new HouseholdMember(this, account, number, epoch);
    }

    /** Is told of accounts whose book must be read again: somebody traded with them, and it is not known whether that was stored. */
    public void whenInDoubt(Consumer<AccountId> reader) {
        inDoubt = reader;
    }

    /** Every instrument in which something rests or has rested. */
    public Set<InstrumentId> instruments() {
        return Set.copyOf(shelves.keySet());
    }

    /** What rests in an instrument now. */
    public BookDepth depth(InstrumentId instrument) {
        HouseholdShelf shelf = shelves.get(instrument);
        return shelf == null ? BookDepth.EMPTY : shelf.depth();
    }

    /** Another number whenever the depth may have changed. */
    public long changes(InstrumentId instrument) {
        HouseholdShelf shelf = shelves.get(instrument);
        return shelf == null ? 0 : shelf.changes();
    }

    HouseholdShelf shelf(Instrument instrument) {
        return shelves.computeIfAbsent(instrument.id(), id -> new HouseholdShelf(instrument));
    }

    void leave(HouseholdMember member) {
        shelves.values().forEach(shelf -> shelf.dropAll(member));
    }

    void doubt(AccountId account) {
        inDoubt.accept(account);
    }

    Clock clock() {
        return clock;
    }
}
