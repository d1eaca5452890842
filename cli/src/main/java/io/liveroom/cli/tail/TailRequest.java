package io.liveroom.cli.tail;

import java.time.Duration;
import java.util.Optional;

/**
 * What to show of a topic.
 *
 * @param topic full name
 * @param room only records of this key
 * @param isFromBeginning everything that is still there, else only what comes from now on
 * @param most ends after as many records
 * @param idleExit ends when nothing has been shown for as long, once what was there has been read
 */
public record TailRequest(
    String topic,
    Optional<String> room,
    boolean isFromBeginning,
    long most,
    Optional<Duration> idleExit) {}
