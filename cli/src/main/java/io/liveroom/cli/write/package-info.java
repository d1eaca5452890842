/** Writing to topics, for commands. */
@NullMarked
package io.liveroom.cli.write;

import org.jspecify.annotations.NullMarked;
