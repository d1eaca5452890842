package io.liveroom.processor;

import java.util.Map;

/**
 * How the processor is.
 *
 * @param applications each Streams application, by its short name
 */
public record ProcessorHealth(Map<String, Application> applications) {

  public ProcessorHealth {
    applications = Map.copyOf(applications);
  }

  /**
   * How one application is.
   *
   * @param isLive it has not died or come to a stand for good: the process need not be restarted
   * @param isReady it is at work, and has not failed since it last got through
   * @param words what it is doing, for a person
   */
  public record Application(boolean isLive, boolean isReady, String words) {}

  /** None has died for good. */
  public boolean isLive() {
    return applications.values().stream().allMatch(Application::isLive);
  }

  /** Every one is at work. */
  public boolean isReady() {
    return applications.values().stream().allMatch(Application::isReady);
  }
}
