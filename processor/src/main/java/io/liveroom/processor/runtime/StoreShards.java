package io.liveroom.processor.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The stores of an application that runs as several instances: who has which partition, and what
 * this instance has of its own.
 */
public final class StoreShards {

  private final KafkaStreams streams;

  StoreShards(KafkaStreams streams) {
    this.streams = streams;
  }

  /**
   * Who has a partition.
   *
   * @param active host:port of the instance that works on it
   * @param standbys host:port of those that keep a warm copy
   */
  public record Owner(int partition, String active, List<String> standbys) {

    public Owner {
      standbys = List.copyOf(standbys);
    }
  }

  /** Who has the partition of a key; empty until the group has shared the partitions out. */
  public Optional<Owner> ownerOf(String store, String key) {
    try {
      KeyQueryMetadata found =
          streams.queryMetadataForKey(store, key, Serdes.String().serializer());
      if (found == null || found.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
        return Optional.empty();
      }
      List<String> standbys = found.standbyHosts().stream().map(StoreShards::text).toList();
      return Optional.of(new Owner(found.partition(), text(found.activeHost()), standbys));
    } catch (StreamsNotStartedException | IllegalStateException notYet) {
      return Optional.empty();
    }
  }

  /** Who has each partition of a topic, as far as this instance knows. */
  public Map<Integer, Owner> owners(String topic) {
    Map<Integer, Owner> owners = new TreeMap<>();
    try {
      for (StreamsMetadata instance : streams.metadataForAllStreamsClients()) {
        instance.topicPartitions().stream()
            .filter(partition -> partition.topic().equals(topic))
            .forEach(
                partition ->
                    owners.put(
                        partition.partition(),
                        new Owner(
                            partition.partition(),
                            text(instance.hostInfo()),
                            standbys(topic, partition.partition()))));
      }
    } catch (StreamsNotStartedException | IllegalStateException notYet) {
      return Map.of();
    }
    return owners;
  }

  /**
   * Reads this instance's copy of a partition, the one it works on or a warm one; empty where it
   * has none, or loses it meanwhile.
   */
  public <R> Optional<R> read(
      String store, int partition, Function<ReadOnlyKeyValueStore<Bytes, byte[]>, R> question) {
    try {
      return Optional.of(
          question.apply(
              streams.store(
                  StoreQueryParameters.fromNameAndType(
                          store, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                      .withPartition(partition)
                      .enableStaleStores())));
    } catch (InvalidStateStoreException notHere) {
      return Optional.empty();
    }
  }

  private List<String> standbys(String topic, int partition) {
    return streams.metadataForAllStreamsClients().stream()
        .filter(
            instance ->
                instance.standbyTopicPartitions().stream()
                    .anyMatch(one -> one.topic().equals(topic) && one.partition() == partition))
        .map(instance -> text(instance.hostInfo()))
        .toList();
  }

  private static String text(HostInfo host) {
    return host.host() + ":" + host.port();
  }
}
