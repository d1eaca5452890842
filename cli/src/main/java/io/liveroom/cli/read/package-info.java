/** Reads what topics hold. */
@NullMarked
package io.liveroom.cli.read;

import org.jspecify.annotations.NullMarked;
