package dev.tocsin.chat.discord;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Manner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A message as Discord shows it: lines of markdown in pages that each fit an embed's description.
 *
 * @param pages at least one, none longer than {@link #PAGE} characters
 * @param colour RGB
 * @param called who is called by it
 */
record Sheet(
        List<String> pages,
        int colour,
        Files files,
        List<Message.Suggestion> suggestions,
        List<Manner.Mention> called) {
    /** Discord takes 4,096 characters of description; a phone shows about this much on two screens. */
    static final int PAGE = 3_800;

    /** Of the 2,000 characters that Discord takes beside an embed, and in its place, these are less than half. */
    static final int MOST_CALLED = 40;

    /** A page without what opens and closes a block in it. */
    private static final int BLOCK = PAGE - 20;

    Sheet {
        pages = List.copyOf(pages);
        suggestions = List.copyOf(suggestions);
        called = List.copyOf(called);
    }

    static Sheet of(Message message) {
        List<String> parts = new ArrayList<>();
        parts.add(sign(message.tone()) + Markdown.line(message.headline()));
        Files files = Files.of(message);
        for (Block block : message.blocks()) {
            switch (block) {
                case Block.Document ignored -> {}
                case Block.Picture ignored -> {}
                case Block.Paragraph(Line line) -> parts.add(Markdown.line(line));
                case Block.Fact(String label, Line line) ->
                    parts.add(Markdown.strong(label) + " " + Markdown.line(line));
                case Block.Bullets(List<Line> lines) -> lines.forEach(one -> parts.add("• " + Markdown.line(one)));
                case Block.Table table -> table.rows().forEach(row -> parts.add(row(table.header(), row)));
                case Block.Fixed(String text) -> parts.addAll(blocks(text));
            }
        }
        return new Sheet(pages(parts), colour(message.tone()), files, message.suggestions(), List.of());
    }

    /** The same, and these are called, as many as a message has room for; it says how many are not. */
    Sheet calling(List<Manner.Mention> mentions) {
        int left = mentions.size() - MOST_CALLED;
        return left <= 0
                ? new Sheet(pages, colour, files, suggestions, mentions)
                : new Sheet(
                        saying("(" + left + " more are not called: Discord takes no more in one message.)"),
                        colour,
                        files,
                        suggestions,
                        mentions.subList(0, MOST_CALLED));
    }

    /** The same with at most so many files; it says how many are left out, and why. */
    Sheet withFiles(int most, String why) {
        int left = files.count() - most;
        if (left <= 0) {
            return this;
        }
        String those = left == 1 ? "1 file is" : left + " files are";
        return new Sheet(
                saying("(" + those + " left out: " + why + ".)"), colour, files.first(most), suggestions, called);
    }

    /** To stand in the place of a message whose files stay with it. */
    Sheet keepingFiles() {
        return new Sheet(pages, colour, Files.NONE, suggestions, called);
    }

    private List<String> saying(String more) {
        List<String> said = new ArrayList<>(pages);
        said.set(0, said.getFirst() + "\n" + more);
        return said;
    }

    /** A row as one line: columns do not line up on a phone, so each but the first is named. */
    private static String row(List<String> header, List<String> row) {
        String rest = IntStream.range(1, row.size())
                .filter(i -> !row.get(i).isBlank())
                .mapToObj(i -> Markdown.plain(header.get(i)) + " " + Markdown.plain(row.get(i)))
                .collect(Collectors.joining(" · "));
        return "• " + Markdown.strong(row.getFirst()) + (rest.isEmpty() ? "" : " · " + rest);
    }

    /** Blocks that each fit a page: one that is cut must be closed and opened again. */
    private static List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        List<String> lines =
                text.lines().flatMap(line -> pieces(line, BLOCK).stream()).toList();
        for (String line : lines) {
            if (!block.isEmpty() && block.length() + line.length() > BLOCK) {
                blocks.add(Markdown.fixed(block.toString()));
                block.setLength(0);
            }
            block.append(block.isEmpty() ? "" : "\n").append(line);
        }
        blocks.add(Markdown.fixed(block.toString()));
        return blocks;
    }

    private static List<String> pages(List<String> parts) {
        List<String> pages = new ArrayList<>();
        StringBuilder page = new StringBuilder();
        for (String part : parts) {
            for (String piece : pieces(part, PAGE)) {
                if (!page.isEmpty() && page.length() + piece.length() + 1 > PAGE) {
                    pages.add(page.toString());
                    page.setLength(0);
                }
                page.append(page.isEmpty() ? "" : "\n").append(piece);
            }
        }
        pages.add(page.toString());
        return pages;
    }

    /** Only what is fixed in columns, or a very long name list, is longer than a page by itself. */
    private static List<String> pieces(String part, int most) {
        List<String> pieces = new ArrayList<>();
        String left = part;
        while (left.length() > most) {
            int end = Math.max(left.lastIndexOf(' ', most), most / 2);
            end = Character.isHighSurrogate(left.charAt(end - 1)) ? end - 1 : end;
            pieces.add(left.substring(0, end));
            left = left.substring(end);
        }
        pieces.add(left);
        return pieces;
    }

    private static String sign(Tone tone) {
        return switch (tone) {
            case ALERT, WARNING -> "⚠️ ";
            case GOOD -> "✅ ";
            case INFO -> "";
            case ERROR -> "✖️ ";
        };
    }

    /** Okabe and Ito's colours, which colour-blind readers tell apart. */
    private static int colour(Tone tone) {
        return switch (tone) {
            case ALERT -> 0xD55E00;
            case WARNING -> 0xE69F00;
            case GOOD -> 0x009E73;
            case INFO -> 0x56B4E9;
            case ERROR -> 0xCC79A7;
        };
    }
}
