@NullMarked
package dev.tocsin.practice;

import org.jspecify.annotations.NullMarked;
