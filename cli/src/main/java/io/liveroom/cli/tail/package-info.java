/** Records of a topic as JSON lines. */
@NullMarked
package io.liveroom.cli.tail;

import org.jspecify.annotations.NullMarked;
