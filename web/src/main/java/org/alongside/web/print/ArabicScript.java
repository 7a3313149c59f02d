package org.alongside.web.print;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;

/**
 * Joins Arabic letters and turns runs of them round. Vowel signs are no letters: they neither part the letters beside them
 * nor are drawn beside them, but stay as they are, above or below. Signs that only steer the direction are not drawn.
 */
final class ArabicScript implements BidiReorderer {

    private static final String STEERING = "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]";
    private static final char LAM = '\u0644';

    @Override
    public String shapeText(String text) {
        StringBuilder letters = new StringBuilder();
        text.chars().filter(sign -> !isVowel((char) sign)).forEach(sign -> letters.append((char) sign));
        String joined = joined(letters.toString());
        StringBuilder shaped = new StringBuilder();
        int at = 0;
        for (char sign : text.toCharArray()) {
            if (isVowel(sign)) {
                shaped.append(sign);
            } else {
                if (!isRoomOfLigature(letters, joined, at)) {
                    shaped.append(joined.charAt(at));
                }
                at++;
            }
        }
        return shaped.toString();
    }

    @Override
    public String reorderRTLTextToLTR(String text) {
        return Bidi.writeReverse(text, Bidi.DO_MIRRORING).replaceAll(STEERING, "");
    }

    /** Runs from left to right come by here before they are drawn. */
    @Override
    public String deshapeText(String text) {
        return text.replaceAll(STEERING, "");
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    private static String joined(String letters) {
        try {
            // letters of other languages that look like one of Arabic share its drawing, which is read back as Arabic
            return new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.LAMALEF_NEAR)
                    .shape(letters)
                    .replace('\u06d5', '\ufee9')
                    .replace('\ufbfd', '\ufef0')
                    .replace('\ufbfe', '\ufef3')
                    .replace('\ufbff', '\ufef4');
        } catch (ArabicShapingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Lam and alef are one letter when they meet; the room of the second one is left empty. */
    private static boolean isRoomOfLigature(CharSequence letters, String joined, int at) {
        boolean afterLam = at > 0 && letters.charAt(at - 1) == LAM;
        boolean lam = letters.charAt(at) == LAM;
        return joined.charAt(at) == ' ' && letters.charAt(at) != ' ' && (afterLam || lam);
    }

    private static boolean isVowel(char sign) {
        return sign >= '\u064b' && sign <= '\u065f' || sign == '\u0670';
    }
}
