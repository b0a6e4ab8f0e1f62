/** One look as people read it. */
@NullMarked
package dev.tocsin.command.look;

import org.jspecify.annotations.NullMarked;
