package io.liveroom.processor.room;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Event time of an observed record; the Kafka record's own timestamp where there is none. What the
 * processor itself could not process moves no time: it is told by the wall clock, which is far
 * ahead while older records are read.
 */
public final class EventTimes implements TimestampExtractor {

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    if (record.value() instanceof SpecificRecord fact) {
      return Observed.isOfARoom(fact) ? Observed.of(fact).time() : Math.max(0, partitionTime);
    }
    return record.timestamp();
  }
}
