package io.liveroom.processor.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one write-buffer budget for all RocksDB stores of the process, so that memory
 * does not grow with the number of partitions. Made by Streams, from its settings.
 */
public final class BoundedMemory implements RocksDBConfigSetter {

  private static final long MEBIBYTE = 1 << 20;
  private static final long CACHED = 64 * MEBIBYTE;
  private static final long WRITE_BUFFERS = 128 * MEBIBYTE;
  private static final long WRITE_BUFFER = 8 * MEBIBYTE;

  /**
   * What a write buffer takes at once. RocksDB's own eighth of a buffer, for each of some hundred
   * empty buffers, would use up what all may take: every write would then be a file of its own.
   */
  private static final long ARENA_BLOCK = 64 << 10;

  private static final int SHARD_BITS = -1; // RocksDB's own choice
  private static final double FOR_INDEXES = 0.1;

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig tables = (BlockBasedTableConfig) options.tableFormatConfig();
    tables.setBlockCache(Shared.CACHE);
    tables.setCacheIndexAndFilterBlocks(true);
    tables.setCacheIndexAndFilterBlocksWithHighPriority(true);
    tables.setPinTopLevelIndexAndFilter(true);
    options.setTableFormatConfig(tables);
    options.setWriteBufferManager(Shared.BUFFERS);
    options.setWriteBufferSize(WRITE_BUFFER);
    options.setArenaBlockSize(ARENA_BLOCK);
    options.setMaxWriteBufferNumber(3);
  }

  /** The shared parts live as long as the process. */
  @Override
  public void close(String storeName, Options options) {}

  private static final class Shared {
    static final Cache CACHE = new LRUCache(CACHED + WRITE_BUFFERS, SHARD_BITS, false, FOR_INDEXES);
    static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITE_BUFFERS, CACHE);
  }
}
