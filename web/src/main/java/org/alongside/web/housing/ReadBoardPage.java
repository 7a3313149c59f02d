package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.access.MeService.Me;
import org.alongside.access.Permission;
import org.alongside.housing.FacilityService;
import org.alongside.housing.FacilityService.BoardBed;
import org.alongside.housing.FacilityService.BoardHouse;
import org.alongside.housing.FacilityService.Expected;
import org.alongside.housing.FacilityService.Lodger;
import org.alongside.shared.BedId;
import org.alongside.shared.FacilityId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Text;
import org.alongside.web.worklist.WhoIsHere;
import org.omnifaces.cdi.Param;

/** The beds of one's own houses as they are now, and who needs one. */
@Named
@RequestScoped
public class ReadBoardPage {
    /** So many houses are drawn bed by bed; of more, one at a time, and how full the others are. */
    private static final int DRAWN = 6;

    private static final List<String> STATES = List.of("free", "held", "taken", "leaving", "out");

    @EJB
    private FacilityService houses;

    @Inject
    private WhoIsHere who;

    @Inject
    private Allowed allowed;

    @Inject
    private Dates dates;

    @Inject
    private Text text;

    /** The one house to draw. */
    @Inject
    @Param
    private String house;

    @Inject
    @Param
    private String behind;

    private List<BoardHouse> board;
    private List<Expected> expected;
    private List<House> drawn;

    /** By which the page is told of changes. */
    public String getAbout() {
        return who.worker().map(Me::organisation).map(Object::toString).orElse("");
    }

    public List<String> getStates() {
        return STATES;
    }

    public String icon(String state) {
        return Tile.icon(state);
    }

    public String tone(String state) {
        return Tile.tone(state);
    }

    public List<Expected> getExpected() {
        if (expected == null) {
            expected = houses.expected(getBehind()).content();
        }
        return expected;
    }

    /** How many have no bed held for them yet, in words; not said exactly where more may wait than are listed. */
    public String getWaiting() {
        long many = getExpected().stream()
                .filter(one -> one.status().filter("RESERVED"::equals).isEmpty())
                .count();
        return getBehind() == 0 && getFurther() == null
                ? text.count("housing.count.waiting", many)
                : text.of("housing.count.waitingAtLeast", many);
    }

    /** Behind how many the next part of those who wait begins; empty where this is the last. */
    public Integer getFurther() {
        return getExpected().size() == FacilityService.MOST_EXPECTED
                ? getBehind() + FacilityService.MOST_EXPECTED
                : null;
    }

    /** How many of those who wait are left out: 0, or where the reader read on. */
    public int getBehind() {
        return behind != null && behind.matches("[0-9]{1,4}") ? Integer.parseInt(behind) : 0;
    }

    public boolean isManager() {
        return allowed.ever(Permission.KEEP_HOUSES);
    }

    public String getLede() {
        Map<String, Long> all =
                count(board().stream().flatMap(one -> one.beds().stream()).toList());
        return text.of(
                "housing.board.lede",
                text.count("housing.count.free", all.getOrDefault("free", 0L)),
                text.count("housing.count.held", all.getOrDefault("held", 0L)),
                getWaiting());
    }

    /** The houses that are drawn bed by bed. */
    public List<House> getDrawn() {
        if (drawn == null) {
            drawn = board().stream()
                    .filter(one -> one.id().toString().equals(house) || house == null && board().size() <= DRAWN)
                    .map(this::house)
                    .toList();
        }
        return drawn;
    }

    /** How full the others are. */
    public List<House> getOthers() {
        return board().size() <= DRAWN && house == null
                ? List.of()
                : board().stream()
                        .filter(one -> !one.id().toString().equals(house))
                        .map(one -> new House(
                                one.id(),
                                one.codeName(),
                                one.type(),
                                List.of(),
                                count(one.beds()),
                                one.beds().size()))
                        .toList();
    }

    public boolean isNothing() {
        return board().isEmpty();
    }

    private House house(BoardHouse one) {
        Instant now = dates.getNow();
        Map<BedId, Lodger> lodgers = houses.lodgers(one.id()).content().stream()
                .collect(Collectors.toMap(
                        Lodger::bed,
                        Function.identity(),
                        (first, later) -> first.status().equals("RESERVED") ? later : first));
        Map<String, List<Tile>> rooms = new LinkedHashMap<>();
        one.beds().forEach(bed -> rooms.computeIfAbsent(bed.roomLabel(), label -> new ArrayList<>())
                .add(Tile.of(
                        bed,
                        Optional.ofNullable(lodgers.get(bed.id()))
                                .filter(any -> !bed.state().equals("AVAILABLE")),
                        now)));
        return new House(
                one.id(),
                one.codeName(),
                one.type(),
                rooms.entrySet().stream()
                        .map(room -> new Room(room.getKey(), room.getValue()))
                        .toList(),
                count(one.beds()),
                one.beds().size());
    }

    private Map<String, Long> count(List<BoardBed> beds) {
        Instant now = dates.getNow();
        return beds.stream().collect(Collectors.groupingBy(bed -> Tile.state(bed, now), Collectors.counting()));
    }

    private List<BoardHouse> board() {
        if (board == null) {
            board = houses.board();
        }
        return board;
    }

    /** A house with its rooms, where they are drawn, and how many of its beds stand how. */
    public record House(
            FacilityId id, String codeName, String type, List<Room> rooms, Map<String, Long> counts, int beds) {
        public long count(String state) {
            return counts.getOrDefault(state, 0L);
        }
    }

    /** A room with its beds. */
    public record Room(String label, List<Tile> beds) {}
}
