package io.liveroom.collector.poll;

import io.vertx.core.Future;

/** What is asked: one request, one outcome; no retry, no schedule. The future never fails. */
public interface Poller {
  Future<PollOutcome> poll();
}
