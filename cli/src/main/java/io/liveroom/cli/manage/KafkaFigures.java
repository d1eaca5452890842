package io.liveroom.cli.manage;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of Kafka's own figures are told. Its clients have several thousand, most of them for each
 * task, store and partition: a scrape of all was 2.4 MB with five rooms in twelve partitions.
 */
final class KafkaFigures implements MeterFilter {

  private static final String PREFIX = "kafka.";

  private static final Set<String> TOLD =
      Set.of(
          "kafka.consumer.connection.count",
          "kafka.consumer.coordinator.assigned.partitions",
          "kafka.consumer.coordinator.failed.rebalance.total",
          "kafka.consumer.coordinator.last.heartbeat.seconds.ago",
          "kafka.consumer.coordinator.rebalance.total",
          "kafka.consumer.fetch.manager.bytes.consumed.total",
          "kafka.consumer.fetch.manager.records.consumed.total",
          "kafka.consumer.fetch.manager.records.lag",
          "kafka.consumer.last.poll.seconds.ago",
          "kafka.producer.batch.size.avg",
          "kafka.producer.buffer.available.bytes",
          "kafka.producer.buffer.total.bytes",
          "kafka.producer.compression.rate.avg",
          "kafka.producer.connection.count",
          "kafka.producer.outgoing.byte.total",
          "kafka.producer.produce.throttle.time.max",
          "kafka.producer.record.error.total",
          "kafka.producer.record.queue.time.max",
          "kafka.producer.record.retry.total",
          "kafka.producer.record.send.total",
          "kafka.producer.request.latency.avg",
          "kafka.producer.request.latency.max",
          "kafka.producer.topic.byte.total",
          "kafka.producer.topic.record.send.total",
          "kafka.stream.alive.stream.threads",
          "kafka.stream.client.state",
          "kafka.stream.failed.stream.threads",
          "kafka.stream.state.block.cache.usage",
          "kafka.stream.state.size.all.mem.tables",
          "kafka.stream.state.total.sst.files.size",
          "kafka.stream.state.updater.active.restoring.tasks",
          "kafka.stream.state.updater.standby.updating.tasks",
          "kafka.stream.task.dropped.records.total",
          "kafka.stream.task.restore.remaining.records.total",
          "kafka.stream.thread.commit.latency.max",
          "kafka.stream.thread.commit.ratio",
          "kafka.stream.thread.poll.ratio",
          "kafka.stream.thread.process.ratio",
          "kafka.stream.thread.punctuate.ratio");

  @Override
  public MeterFilterReply accept(Meter.Id id) {
    boolean isSpared = id.getName().startsWith(PREFIX) && !isTold(id);
    return isSpared ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
  }

  private static boolean isTold(Meter.Id id) {
    return TOLD.contains(id.getName()) && !isSecondName(id.getTag("topic"));
  }

  /** Kafka tells each topic under a second name too, with underscores; all ours have dots. */
  private static boolean isSecondName(@Nullable String topic) {
    return topic != null && topic.indexOf('.') < 0 && topic.indexOf('_') >= 0;
  }
}
