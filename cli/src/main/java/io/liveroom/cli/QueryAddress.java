package io.liveroom.cli;

import io.liveroom.cli.settings.ProcessorKeys;
import io.liveroom.processor.Processor;
import java.io.IOException;
import java.util.Optional;

/** The address of the query API and the live page. */
public final class QueryAddress {

  private QueryAddress() {}

  /** Takes it; empty where the settings say off. */
  public static Optional<String> open(Processor processor) throws InterruptedException {
    try {
      return processor.listen();
    } catch (IOException e) {
      throw new UserMistake(
          ExitCode.FAILED,
          "the query API can't listen (%s): choose another port with %s, 0 for any free one"
              .formatted(e.getMessage(), ProcessorKeys.API_PORT.name()),
          e);
    }
  }
}
