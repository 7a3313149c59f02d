package org.alongside.workflows.drawing;

/** The small signs in steps, drawn on a square of 24. */
enum Glyph {
    PERSON("M15.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM5 20c.6-4 3.4-6 7-6s6.4 2 7 6"),
    SYSTEM("M12 3v3m0 12v3M3 12h3m12 0h3M5.6 5.6l2.2 2.2m8.4 8.4 2.2 2.2m0-12.8-2.2 2.2m-8.4 8.4-2.2 2.2"
            + "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0z"),
    LETTER("M3 6h18v12H3zM3 6l9 7 9-7"),
    HAND("M7 12V6a1.5 1.5 0 0 1 3 0v5m0-6.5a1.5 1.5 0 0 1 3 0V11m0-5a1.5 1.5 0 0 1 3 0v6m0-3.5"
            + "a1.5 1.5 0 0 1 3 0V15c0 4-2.5 6-6 6-3 0-4.5-1-6-4l-2.5-4.5c-.8-1.6 1.2-2.7 2.2-1.3L7 14"),
    CLOCK("M12 5v7l5 3.5"),
    PLUS("M12 3v18M3 12h18"),
    RING("M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0z");

    final String path;

    Glyph(String path) {
        this.path = path;
    }
}
