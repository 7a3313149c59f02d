package org.alongside.web.proceeding;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Classification;
import biweekly.property.Transparency;
import biweekly.util.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.alongside.proceeding.CalendarFeeds.FeedDate;

/** A calendar as programs read it (RFC 5545): when there is something, and no word of what, where or for whom. */
final class CalendarFile {
    private CalendarFile() {}

    /**
     * @param appointment what a date is called that has an hour
     * @param lastDay what one is called that has none
     * @param now when it was read
     */
    static String of(List<FeedDate> dates, String appointment, String lastDay, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Alongside//Calendar//EN");
        calendar.setName("Alongside");
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
        for (FeedDate date : dates) {
            VEvent event = new VEvent();
            event.setUid(date.id().toString());
            event.setDateTimeStamp(Date.from(now));
            event.setClassification(Classification.private_());
            if (date.at().isPresent()) {
                event.setSummary(appointment);
                event.setDateStart(Date.from(date.at().orElseThrow()), true);
                event.setDuration(Duration.builder().hours(1).build());
            } else {
                event.setSummary(lastDay);
                event.setDateStart(new biweekly.util.ICalDate(
                        new biweekly.util.DateTimeComponents(
                                date.on().getYear(),
                                date.on().getMonthValue(),
                                date.on().getDayOfMonth()),
                        false));
                event.setTransparency(Transparency.transparent());
            }
            calendar.addEvent(event);
        }
        return Biweekly.write(calendar).go();
    }
}
