package io.liveroom.processor.runtime;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How one instance of the processor runs its applications.
 *
 * @param applicationIdPrefix {@code liveroom.processor.application-id}: application ids are this, a
 *     dash and the application's short name
 * @param id {@code liveroom.processor.id}: name of this instance among those of the same
 *     applications. One that comes back under its name is given its partitions without waiting for
 *     the session of the one before to run out
 * @param threads {@code liveroom.processor.threads}, for each application
 * @param standbys {@code liveroom.processor.standbys}: warm copies of the state elsewhere
 * @param commitInterval {@code liveroom.commit.interval}: the longest that a transaction lasts:
 *     what is published while the processor catches up, others see as seldom
 * @param stateDir where state is kept between restarts
 */
public record InstanceSettings(
    String applicationIdPrefix,
    String id,
    int threads,
    int standbys,
    Duration commitInterval,
    Path stateDir) {

  /** One thread each, no standbys. */
  public static InstanceSettings alone(String applicationIdPrefix, Path stateDir) {
    return new InstanceSettings(
        applicationIdPrefix, "processor-1", 1, 0, Duration.ofSeconds(5), stateDir);
  }

  public InstanceSettings withStandbys(int number) {
    return new InstanceSettings(applicationIdPrefix, id, threads, number, commitInterval, stateDir);
  }

  public InstanceSettings withCommitInterval(Duration other) {
    return new InstanceSettings(applicationIdPrefix, id, threads, standbys, other, stateDir);
  }

  public InstanceSettings withId(String other) {
    return new InstanceSettings(
        applicationIdPrefix, other, threads, standbys, commitInterval, stateDir);
  }

  public InstanceSettings withThreads(int number) {
    return new InstanceSettings(
        applicationIdPrefix, id, number, standbys, commitInterval, stateDir);
  }
}
