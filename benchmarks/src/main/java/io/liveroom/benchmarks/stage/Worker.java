package io.liveroom.benchmarks.stage;

import io.liveroom.benchmarks.machine.Child;

/** One collector's process, and how to ask it. */
public record Worker(Child process, WorkerPages pages) {

  public String name() {
    return process.name();
  }
}
