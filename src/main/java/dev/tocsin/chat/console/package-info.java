@NullMarked
package dev.tocsin.chat.console;

import org.jspecify.annotations.NullMarked;
