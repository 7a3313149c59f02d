package org.alongside.safety;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.util.List;
import org.alongside.setup.Connected;

/** The alerts of a file on a connection of a test of another feature, with the tables as they are delivered. */
public final class Alarm {
    private Alarm() {}

    /** @param told where what happened is put */
    public static OpenAlerts on(Connection connection, List<Object> told) {
        Connected connected = new Connected(connection);
        @SuppressWarnings("unchecked")
        Event<SafetyEvent> events = Connected.answering(Event.class, (method, given) -> told.add(given[0]));
        @SuppressWarnings("unchecked")
        Instance<SafetyTables> tables = Connected.answering(Instance.class, (method, given) -> new Watch.Delivered());
        OpenAlerts open = new OpenAlerts();
        open.alerts = new Alerts();
        open.alerts.em = connected.em();
        open.raising = new Raising();
        open.raising.alerts = open.alerts;
        open.raising.tables = tables;
        open.raising.events = events;
        open.plans = new SafetyPlans();
        open.plans.em = connected.em();
        open.events = events;
        return open;
    }
}
