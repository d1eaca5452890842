package io.liveroom.processor.room;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** Event time of an observed record; the Kafka record's own timestamp where there is none. */
public final class EventTimes implements TimestampExtractor {

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return record.value() instanceof SpecificRecord fact
        ? Observed.of(fact).time()
        : record.timestamp();
  }
}
