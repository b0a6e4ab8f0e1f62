/** What the chat platforms have in common. */
@NullMarked
package dev.tocsin.chat;

import org.jspecify.annotations.NullMarked;
