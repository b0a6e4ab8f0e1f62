@NullMarked
package dev.tocsin.command.builtin;

import org.jspecify.annotations.NullMarked;
