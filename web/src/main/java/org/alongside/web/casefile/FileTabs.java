package org.alongside.web.casefile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tabs of a file that stand for several pages: they lead to the first of them that the reader may open, and where there is more than one
 * the others stand in a second row. With one page alone the tab is that page.
 */
@Named
@RequestScoped
public class FileTabs {
    @Inject
    private ReadCasePage file;

    /** A page that may be open to the reader: where it is and what it is called there. */
    private record Entry(boolean open, String to, String name) {}

    private List<Entry> care() {
        return open(
                new Entry(file.isHealthOpen(), "/healthcare/of", "healthcare.tab"),
                new Entry(file.isCounsellingOpen(), "/counselling/of", "counselling.tab"));
    }

    private List<Entry> law() {
        return open(
                new Entry(file.isLegalOpen(), "/proceeding/of", "casefile.tab.legal"),
                new Entry(file.isPoliceOpen(), "/interview/of", "interview.tab"),
                new Entry(file.isPoliceStoreOpen(), "/police/of", "police.tab"),
                new Entry(file.isThreatsOpen(), "/police/threats", "police.threats.tab"));
    }

    private static List<Entry> open(Entry... all) {
        return Stream.of(all).filter(Entry::open).toList();
    }

    public int getCarePages() {
        return care().size();
    }

    /** Null where none of its pages is open to the reader. */
    public String getCareTo() {
        return to(care());
    }

    /** Key of its words. */
    public String getCareName() {
        return name(care(), "casefile.tab.care");
    }

    public int getLawPages() {
        return law().size();
    }

    /** Null where none of its pages is open to the reader. */
    public String getLawTo() {
        return to(law());
    }

    /** Key of its words; of police and no matters, those of police. */
    public String getLawName() {
        return name(law(), file.isLegalOpen() ? "casefile.tab.law" : "interview.tab");
    }

    private static String to(List<Entry> pages) {
        return pages.isEmpty() ? null : pages.get(0).to();
    }

    private static String name(List<Entry> pages, String several) {
        return pages.size() == 1 ? pages.get(0).name() : several;
    }
}
