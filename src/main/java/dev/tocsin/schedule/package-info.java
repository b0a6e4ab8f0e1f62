@NullMarked
package dev.tocsin.schedule;

import org.jspecify.annotations.NullMarked;
