/** The live table: from sessions to lines of text, without a terminal or Kafka. */
@NullMarked
package io.liveroom.local.table;

import org.jspecify.annotations.NullMarked;
