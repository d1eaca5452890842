/** Dead letters: what could not be read, shown, and read again. */
@NullMarked
package io.liveroom.cli.letters;

import org.jspecify.annotations.NullMarked;
