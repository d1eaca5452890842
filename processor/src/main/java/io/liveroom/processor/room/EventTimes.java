package io.liveroom.processor.room;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Event time of a record; that of the one before where it has no value: a tombstone says nothing of
 * the time. What the processor itself could not process moves no time: it is told by the wall
 * clock, which is far ahead while older records are read.
 */
public final class EventTimes implements TimestampExtractor {

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return record.value() instanceof SpecificRecord fact && Observed.isOfARoom(fact)
        ? Observed.of(fact).time()
        : Math.max(0, partitionTime);
  }
}
