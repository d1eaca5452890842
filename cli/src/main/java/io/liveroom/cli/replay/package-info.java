/** Dead letters, read again. */
@NullMarked
package io.liveroom.cli.replay;

import org.jspecify.annotations.NullMarked;
