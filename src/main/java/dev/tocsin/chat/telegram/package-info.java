@NullMarked
package dev.tocsin.chat.telegram;

import org.jspecify.annotations.NullMarked;
