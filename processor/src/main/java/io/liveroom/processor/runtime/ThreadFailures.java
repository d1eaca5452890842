package io.liveroom.processor.runtime;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures of an application's threads: told once at the first and once at the recovery. */
final class ThreadFailures {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);

  /** Before a thread is replaced, so that an outage is not a busy loop. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final String name;
  private final AtomicInteger attempts = new AtomicInteger();
  private final CountDownLatch stopped = new CountDownLatch(1);

  ThreadFailures(String name) {
    this.name = name;
  }

  /** Since the application last got through. */
  int inARow() {
    return attempts.get();
  }

  void failed(Throwable failure) {
    boolean isFirst = attempts.getAndIncrement() == 0;
    if (isFirst && isOfATwin(failure)) {
      LOG.warn("{} was thrown out by another processor of the same liveroom.processor.id", name);
    } else if (isFirst) {
      LOG.warn("{} failed and goes on from its last commit", name, failure);
    }
    try {
      boolean closing = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      LOG.debug("{} replaces a thread, closing: {}", name, closing);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isOfATwin(@Nullable Throwable failure) {
    return failure != null
        && (failure instanceof FencedInstanceIdException || isOfATwin(failure.getCause()));
  }

  void stateChanged(KafkaStreams.State now) {
    if (now == KafkaStreams.State.RUNNING) {
      int failures = attempts.getAndSet(0);
      if (failures > 0) {
        LOG.info("{} runs again after {} failures", name, failures);
      }
    } else if (now == KafkaStreams.State.PENDING_SHUTDOWN) {
      stopped.countDown();
    }
  }
}
