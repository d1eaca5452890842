/** Where log lines go and how they look. */
@NullMarked
package io.liveroom.cli.logging;

import org.jspecify.annotations.NullMarked;
