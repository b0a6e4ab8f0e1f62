@NullMarked
package dev.tocsin.command;

import org.jspecify.annotations.NullMarked;
