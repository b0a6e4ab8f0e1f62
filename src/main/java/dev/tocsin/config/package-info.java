@NullMarked
package dev.tocsin.config;

import org.jspecify.annotations.NullMarked;
