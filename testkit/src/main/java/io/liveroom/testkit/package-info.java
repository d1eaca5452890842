/** Real parts and doubles for tests: a broker and a registry, a clock that is moved by hand. */
@NullMarked
package io.liveroom.testkit;

import org.jspecify.annotations.NullMarked;
