package org.alongside.notice;

import java.util.Optional;

/**
 * How somebody wants to be told by mail that a task waits; hours are of their own time zone, 0 to 23.
 *
 * @param address where they read mail, as the sign-in says; absent: nowhere, and no letter is sent
 * @param way code of notice_way: AT_ONCE, DIGEST or NONE
 * @param digestHour the hour of the one letter a day, where the way is DIGEST
 * @param quietFrom the hour from which no letter comes; absent: none are quiet
 * @param quietUntil the hour at which they come again
 * @param language of the letters, en or ar
 * @param zone the time zone of the hours, IANA id
 */
public record NoticeChoice(
        Optional<String> address,
        String way,
        int digestHour,
        Optional<Integer> quietFrom,
        Optional<Integer> quietUntil,
        String language,
        String zone) {}
