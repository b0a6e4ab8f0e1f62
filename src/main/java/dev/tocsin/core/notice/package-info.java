@NullMarked
package dev.tocsin.core.notice;

import org.jspecify.annotations.NullMarked;
