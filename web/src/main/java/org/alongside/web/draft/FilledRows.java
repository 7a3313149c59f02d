package org.alongside.web.draft;

import java.util.ArrayList;
import java.util.List;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;

/** The rows of a form in which something stands. Those left empty are not sent, and so a reason goes back to where its row stands in the form. */
public final class FilledRows {
    private final String list;
    private final List<Integer> places = new ArrayList<>();

    /** @param list name of the field that holds the rows */
    public FilledRows(String list) {
        this.list = list;
    }

    /** The next row that is sent stands at this place of the form, from 0. */
    public void add(int place) {
        places.add(place);
    }

    /** Hands them in; a refusal speaks of the rows of the form. */
    public void send(Runnable handing) {
        try {
            handing.run();
        } catch (Refusal refusal) {
            throw new Refusal(
                    refusal.kind(),
                    refusal.reasons().stream().map(this::inTheForm).toList());
        }
    }

    private Reason inTheForm(Reason reason) {
        String[] path = reason.field().split("\\.", 3);
        return path.length == 3 && list.equals(path[0])
                ? new Reason(
                        list + "." + places.get(Integer.parseInt(path[1])) + "." + path[2],
                        reason.code(),
                        reason.values())
                : reason;
    }
}
