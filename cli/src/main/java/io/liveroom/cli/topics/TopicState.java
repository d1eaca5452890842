package io.liveroom.cli.topics;

import java.util.Map;

/**
 * A topic as the broker has it.
 *
 * @param config its settings, defaults included
 */
record TopicState(int partitions, Map<String, String> config) {}
