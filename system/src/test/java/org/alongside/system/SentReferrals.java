package org.alongside.system;

/**
 * Cards of referrals as a network of partners would have sent, answered and left waiting, written below the product: for
 * pages that count and lists that are long. Their counts are kept by the same triggers as those of acts.
 */
final class SentReferrals {

    private SentReferrals() {}

    /**
     * Writes cards of the last days, the same ones on each fresh database.
     *
     * @param count how many
     * @param days over how many days before now they were sent
     * @param partners how many more organisations than the demo has send and are asked
     */
    static void write(Database database, int count, int days, int partners) {
        database.run(PARTNERS.formatted(partners) + CARDS.formatted(days, count) + "analyze alongside.referral_card;");
    }

    private static final String PARTNERS = """
            set search_path = alongside;
            create temp table more as select n, ('00000000-0000-4000-9000-0000000005' || lpad(to_hex(n), 2, '0'))::uuid o,
                   ('00000000-0000-4000-a000-0000000005' || lpad(to_hex(n), 2, '0'))::uuid t from generate_series(1, %d) n;
            insert into organisation (organisation_id, alias, name, type, region, vetted_at, agreement_until)
            select o, 'partner-' || n, 'Partner ' || n, 'NGO', 'CAPITAL', now(), '2031-12-31' from more on conflict do nothing;
            insert into team (team_id, organisation_id, name, reach) select t, o, 'Casework', 'PERSON' from more on conflict do nothing;
            insert into service (service_id, organisation_id, team_id, service_type, name, region)
            select ('00000000-0000-4000-b000-0000000005' || lpad(to_hex(n), 2, '0'))::uuid, o, t,
                   (array['SHELTER','PSYCHOSOCIAL','LEGAL_AID','HEALTH_MEDICAL','SUPPORT_GROUP','VOCATIONAL','LIVELIHOOD','DOCUMENTS'])[1 + n %% 8],
                   'Help ' || n, 'CAPITAL' from more on conflict do nothing;
            """;

    private static final String CARDS = """
            select setseed(0.42);
            create temp table offered as
              select row_number() over (order by s.service_id) p, s.*,
                     case s.service_type when 'SHELTER' then 1.2 when 'PSYCHOSOCIAL' then 30 when 'HEALTH_MEDICAL' then 5
                                         when 'LEGAL_AID' then 10 when 'SUPPORT_GROUP' then 18 else 20 end usual
                from service s where s.service_type <> 'POLICE_PROTECTION';
            create temp table asking as
              select row_number() over (order by organisation_id) p, organisation_id from organisation
               where type = 'NGO' or alias in ('willow-rooms', 'lantern-house');
            create temp table drawn as
              select n, random() a, random() b, random() c, random() d, random() e, now() - random() * interval '%d days' moment
                from generate_series(1, %d) n;
            create temp table made as
              select d.*, f.organisation_id sender, o.organisation_id recipient, o.service_id, o.service_type,
                     (array['EMERGENCY','URGENT','PRIORITY','ROUTINE'])[u.u] urgency,
                     d.moment + (array[interval '1 hour', '3 hours', '1 day', '3 days'])[u.u] respond_by,
                     d.moment + (array[interval '2 hours', '1 day', '4 days', '7 days'])[u.u] expires_at,
                     d.moment + -ln(greatest(d.d, 0.0001)) * o.usual * interval '1 hour' * (array[0.2, 0.4, 1, 1.4])[u.u] answered_at
                from drawn d
                join asking f on f.p = 1 + floor(power(d.a, 1.6) * (select count(*) from asking))
                join offered o on o.p = 1 + floor(d.b * (select count(*) from offered))
               cross join lateral (select case when o.service_type = 'SHELTER' then 1 + floor(d.e * 3)::int else 2 + floor(d.e * 3)::int end u) u
               where f.organisation_id <> o.organisation_id;
            insert into referral_card (referral_id, sender_organisation_id, recipient_organisation_id, service_id, service_type, urgency, age_band,
                   sex, child, language, interpreter, region, categories, submitted_at, sent_at, respond_by, expires_at, received_at, accepted_at,
                   contact_by, first_contact_at, completed_at, declined_at, decline_reason, waitlisted_at, waitlist_review_at, expired_at, revoked_at,
                   revoke_reason, agreed_until, status)
            select gen_random_uuid(), sender, recipient, service_id, service_type, urgency, '25_34', 'FEMALE', false, 'eng', 'NONE', 'HARBOUR', '{0}',
                   moment, moment, respond_by, expires_at,
                   case when fate <> 'SENT' then least(answered_at, now()) end,
                   case when fate in ('ACCEPTED', 'IN_SERVICE', 'COMPLETED') then answered_at end,
                   case when fate in ('ACCEPTED', 'IN_SERVICE', 'COMPLETED') then answered_at + interval '1 day' end,
                   case when fate in ('IN_SERVICE', 'COMPLETED') then answered_at + (4 + 22 * c * c) * interval '1 hour' end,
                   case when fate = 'COMPLETED' then answered_at + interval '9 days' end,
                   case when fate = 'DECLINED' then answered_at end,
                   case when fate = 'DECLINED' then (array['NO_CAPACITY','NO_CAPACITY','NO_CAPACITY','NEEDS_BEYOND_COMPETENCE','OUT_OF_AREA',
                        'NOT_ELIGIBLE_AGE','NO_CAPACITY','OUT_OF_AREA','NEEDS_BEYOND_COMPETENCE','SAFETY_CONFLICT'])[1 + floor(e * 10)] end,
                   case when fate = 'WAITLISTED' then answered_at end,
                   case when fate = 'WAITLISTED' then answered_at + interval '3 days' end,
                   case when fate = 'EXPIRED' then expires_at end,
                   case when fate = 'REVOKED' then answered_at end, case when fate = 'REVOKED' then 'OTHER' end,
                   moment + interval '366 days', fate
              from (select *, case
                      when answered_at > expires_at and expires_at < now() then case when c < 0.4 then 'EXPIRED' else 'REVOKED' end
                      when answered_at > now() then case when c < 0.5 then 'SENT' else 'RECEIVED' end
                      when c < 0.06 and now() - moment < interval '9 days' then 'WAITLISTED'
                      when c < 0.26 then 'DECLINED'
                      when c < 0.29 then 'REVOKED'
                      when now() - answered_at > interval '9 days' then 'COMPLETED'
                      when now() - answered_at > interval '26 hours' or c < 0.4 and now() - answered_at > interval '8 hours' then 'IN_SERVICE'
                      else 'ACCEPTED' end fate
                      from made) m;
            drop table more, offered, asking, drawn, made;
            """;
}
