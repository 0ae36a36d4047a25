package dev.vigia.connect.join;

import java.util.ArrayDeque;
import java.util.Deque;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksObject;
import org.rocksdb.WriteBufferManager;

/** Settings of RocksDB that hold all its memory within one bound: blocks, filters, and what is not yet on disk. */
final class RocksMemory implements AutoCloseable {

    private static final long MEGABYTE = 1 << 20;

    /** Files that stay open; the filters and indexes of more would be read anew. */
    private static final int OPEN_FILES = 500;

    private static final double BITS_PER_KEY = 10;

    private final Deque<RocksObject> owned = new ArrayDeque<>();
    private final Options options;

    RocksMemory(int megabytes) {
        var cache = own(new LRUCache(megabytes * MEGABYTE));
        long unwritten = megabytes * MEGABYTE / 4;
        options = own(new Options())
                .setCreateIfMissing(true)
                .setWriteBufferManager(own(new WriteBufferManager(unwritten, cache)))
                .setWriteBufferSize(unwritten / 2)
                .setTableFormatConfig(tables(cache))
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setMaxOpenFiles(OPEN_FILES)
                .setMaxBackgroundJobs(2)
                .setStatsDumpPeriodSec(0);
    }

    private BlockBasedTableConfig tables(Cache cache) {
        return new BlockBasedTableConfig()
                .setBlockCache(cache)
                .setCacheIndexAndFilterBlocks(true)
                .setPinL0FilterAndIndexBlocksInCache(true)
                .setFilterPolicy(own(new BloomFilter(BITS_PER_KEY)));
    }

    Options options() {
        return options;
    }

    @Override
    public void close() {
        while (!owned.isEmpty()) {
            owned.pop().close();
        }
    }

    private <T extends RocksObject> T own(T object) {
        owned.push(object);
        return object;
    }
}
