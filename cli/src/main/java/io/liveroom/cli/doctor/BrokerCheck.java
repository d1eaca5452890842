package io.liveroom.cli.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.QuorumInfo.ReplicaState;
import org.apache.kafka.common.KafkaException;

/** Asks the brokers who they are, which version they speak, and what time they have. */
public final class BrokerCheck implements Check {

  private static final String VERSION = "metadata.version";

  private final Supplier<Admin> admins;
  private final Clock clock;

  public BrokerCheck(Supplier<Admin> admins, Clock clock) {
    this.admins = admins;
    this.clock = clock;
  }

  @Override
  public Area area() {
    return Area.BROKER;
  }

  @Override
  public List<Finding> run() throws ExecutionException, InterruptedException {
    try (Admin admin = admins.get()) {
      Instant asked = clock.instant();
      DescribeClusterResult cluster = admin.describeCluster();
      int brokers = cluster.nodes().get().size();
      Duration took = Duration.between(asked, clock.instant());
      List<Finding> findings = new ArrayList<>();
      findings.add(
          Finding.ok(
              Area.BROKER,
              "number of brokers %d, controller %s, %s; answered in %d ms"
                  .formatted(
                      brokers,
                      cluster.controller().get().idString(),
                      version(admin),
                      took.toMillis())));
      clockFinding(admin).ifPresent(findings::add);
      return findings;
    }
  }

  private static String version(Admin admin) throws InterruptedException {
    try {
      FinalizedVersionRange range =
          admin.describeFeatures().featureMetadata().get().finalizedFeatures().get(VERSION);
      return range == null
          ? "no metadata version"
          : "metadata version level " + range.maxVersionLevel();
    } catch (ExecutionException notAllowed) {
      return "its version is not told";
    }
  }

  /** The leader of the controllers tells its own time as when it last caught up with itself. */
  private Optional<Finding> clockFinding(Admin admin) throws InterruptedException {
    try {
      Instant asked = clock.instant();
      QuorumInfo quorum = admin.describeMetadataQuorum().quorumInfo().get();
      Duration half = Duration.between(asked, clock.instant()).dividedBy(2);
      OptionalLong shown =
          quorum.voters().stream()
              .filter(voter -> voter.replicaId() == quorum.leaderId())
              .findFirst()
              .map(ReplicaState::lastCaughtUpTimestamp)
              .orElse(OptionalLong.empty());
      return shown.isEmpty()
          ? Optional.empty()
          : Optional.of(
              ClockWords.of(
                  "Kafka's controller",
                  Duration.between(asked.plus(half), Instant.ofEpochMilli(shown.getAsLong())),
                  half));
    } catch (ExecutionException | KafkaException notAllowed) {
      return Optional.of(Finding.skipped(Area.CLOCK, "Kafka does not tell its time"));
    }
  }
}
