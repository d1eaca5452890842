/** Tests of the package of the same name. */
@NullMarked
package io.liveroom.collector.chat;

import org.jspecify.annotations.NullMarked;
