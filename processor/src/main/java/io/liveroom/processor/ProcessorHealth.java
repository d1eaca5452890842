package io.liveroom.processor;

import java.util.Map;

/**
 * How the processor is.
 *
 * @param isLive no application has died for good: the process need not be restarted
 * @param isReady every application is at work
 * @param states what each application is doing, by short name
 */
public record ProcessorHealth(boolean isLive, boolean isReady, Map<String, String> states) {

  public ProcessorHealth {
    states = Map.copyOf(states);
  }
}
