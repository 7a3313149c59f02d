package org.alongside.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of files that are taken; texts with a program in them are refused, scripts in a PDF are not looked for, since forms of courts carry them (ADR 54). */
public enum DocumentType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    PNG("image/png", "png"),
    TEXT("text/plain; charset=utf-8", "txt", "text"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", "odt");

    private final String media;
    private final List<String> endings;

    DocumentType(String media, String... endings) {
        this.media = media;
        this.endings = List.of(endings);
    }

    /** The media type with which it is sent. */
    public String media() {
        return media;
    }

    /** What a file of this type is called on the disk of whoever fetches it: nothing of her. */
    public String fileName() {
        return "document." + endings.get(0);
    }

    boolean picture() {
        return this == JPEG || this == PNG;
    }

    boolean endsLike(String ending) {
        return endings.contains(ending.toLowerCase(Locale.ROOT));
    }

    static Optional<DocumentType> ofMedia(String media) {
        return Arrays.stream(values())
                .filter(type -> type.media.split(";")[0].equals(media))
                .findFirst();
    }
}
