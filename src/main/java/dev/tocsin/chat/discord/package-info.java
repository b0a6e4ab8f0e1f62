@NullMarked
package dev.tocsin.chat.discord;

import org.jspecify.annotations.NullMarked;
