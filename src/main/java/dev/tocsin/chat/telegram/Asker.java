package dev.tocsin.chat.telegram;

import dev.tocsin.command.Caller;

/** Who asks, as Telegram shows it and as the desk knows it. */
record Asker(Speaker speaker, Caller caller) {}
