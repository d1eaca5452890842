/** What a process says of itself over HTTP: is it alive, is it ready, and its figures. */
@NullMarked
package io.liveroom.cli.manage;

import org.jspecify.annotations.NullMarked;
