package huxiao.index.saved;

import huxiao.index.IndexedPost;
import huxiao.index.SearchContext;
import huxiao.index.memory.Entry;
import huxiao.index.memory.Matching;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A set of saved searches that tells which of them find a post: exactly those that would find it in an index. Adding, replacing or
 * removing one costs as much with ten thousand others as with none. Thread safe; a post sees all that was put and removed before, and a
 * replaced search either as it was or as it is.
 *
 * <p>Names of schools mean what they mean when a search is put; times such as 近7天 are seen from when a post comes.
 */
public final class SavedSearches {
    /** Of so many posts one is counted: enough to tell what is frequent. */
    private static final int COUNTED = 8;

    /** After so many posts the keys of all searches are chosen anew for the first time, then after four times as many, and so on. */
    private static final long FIRST_CHOICE = 1_024;

    private static final long LONGEST_BETWEEN_CHOICES = 65_536;

    private final SearchContext context;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, Kept> byId = new HashMap<>();
    private final List<Kept> bySlot = new ArrayList<>();
    private final BitSet freeSlots = new BitSet();
    private final Frequencies frequencies = new Frequencies();
    private final AtomicLong posts = new AtomicLong();
    private Presearch presearch = new Presearch();
    private volatile long nextChoice;

    /** None yet. */
    public SavedSearches(SearchContext context) {
        this(context, FIRST_CHOICE);
    }

    SavedSearches(SearchContext context, long firstChoice) {
        this.context = context;
        this.nextChoice = firstChoice;
    }

    /** Adds a search; whatever was kept under its id is replaced. */
    public void put(SavedSearch search) {
        Condition condition = ConditionCompiler.compile(search.query(), context);
        lock.writeLock().lock();
        try {
            removeKept(search.id());
            int slot = freeSlots.isEmpty() ? bySlot.size() : freeSlots.nextSetBit(0);
            keep(Kept.of(search.id(), slot, condition, frequencies));
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Removes a search; an unknown id is ignored. */
    public void remove(String id) {
        lock.writeLock().lock();
        try {
            removeKept(id);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** How many are kept. */
    public int size() {
        lock.readLock().lock();
        try {
            return byId.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Ids of the searches that find a post, in the order of {@link String#compareTo}. */
    public List<String> matching(IndexedPost post) {
        if (size() == 0) {
            // cutting a post costs far more than asking, and most cities begin with no search
            return List.of();
        }
        Entry entry = Entry.of(post, context.segmenter());
        Condition.Asked asked = new Condition.Asked(entry, PostKeys.of(entry), new Matching(context));
        learn(asked.keys());
        lock.readLock().lock();
        try {
            List<String> found = new ArrayList<>();
            BitSet candidates = presearch.candidates(asked.keys());
            for (int slot = candidates.nextSetBit(0); slot >= 0; slot = candidates.nextSetBit(slot + 1)) {
                Kept candidate = bySlot.get(slot);
                if (candidate.finds(asked)) {
                    found.add(candidate.id());
                }
            }
            Collections.sort(found);
            return List.copyOf(found);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void learn(KeySet keys) {
        long count = posts.incrementAndGet();
        if (count % COUNTED == 0) {
            frequencies.count(keys);
        }
        if (count == nextChoice) {
            nextChoice = count + Math.min(LONGEST_BETWEEN_CHOICES, 3 * count);
            chooseAnew();
        }
    }

    private void chooseAnew() {
        lock.writeLock().lock();
        try {
            Presearch chosen = new Presearch();
            byId.replaceAll((id, kept) -> {
                Kept again = kept.coveredAnew(frequencies);
                bySlot.set(again.slot(), again);
                chosen.add(again.slot(), again.cover());
                return again;
            });
            presearch = chosen;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void keep(Kept kept) {
        byId.put(kept.id(), kept);
        freeSlots.clear(kept.slot());
        if (kept.slot() == bySlot.size()) {
            bySlot.add(kept);
        } else {
            bySlot.set(kept.slot(), kept);
        }
        presearch.add(kept.slot(), kept.cover());
    }

    private void removeKept(String id) {
        Kept kept = byId.remove(id);
        if (kept != null) {
            presearch.remove(kept.slot(), kept.cover());
            freeSlots.set(kept.slot());
        }
    }
}
