package io.liveroom.benchmarks.flink;

import org.apache.kafka.clients.producer.ProducerRecord;

/** A record on its way to the sink, in the same task: it is never serialised by Flink. */
record Published(ProducerRecord<byte[], byte[]> record) {}
