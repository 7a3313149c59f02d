// When something changed, the page asks again and shows what is new. The socket says one word and never what.
// What somebody types stays theirs: a form that was touched is left as it is, and a bar says that there is something new.
(() => {
  'use strict';
  const where = document.getElementById('al-idle')?.dataset.changes;
  const main = document.getElementById('main');
  const bar = document.getElementById('al-changed');
  if (!where || !main || !bar || !('WebSocket' in window)) return;

  const FIRST_WAIT = 1_000, LONGEST_WAIT = 60_000, GATHER = 150, BETWEEN = 1_000, SESSION_ENDED = 1008;
  const address = new URLSearchParams(location.search);
  const shown = address.get('case') ?? address.get('referral') ?? main.dataset.about ?? '';
  let wait = FIRST_WAIT, opened = false, due = 0, askedAt = -Infinity, asking = false, again = false;

  // ---- the socket: away, it is looked for ever more seldom; back, something may have been missed
  const listen = () => {
    const socket = new WebSocket(where.replace(/^/, location.origin.replace(/^http/, 'ws')) + '?about=' + encodeURIComponent(shown));
    socket.addEventListener('open', () => { wait = FIRST_WAIT; if (opened) soon(); opened = true; });
    socket.addEventListener('message', soon);
    socket.addEventListener('close', event => {
      if (event.code === SESSION_ENDED) return;
      setTimeout(listen, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
    addEventListener('pagehide', () => socket.close(), { once: true });
  };

  // ---- whether somebody is at it
  const chosen = field => [...field.options].some(one => one.defaultSelected)
    ? [...field.options].some(one => one.selected !== one.defaultSelected) : field.selectedIndex > 0;
  const touched = field => field.matches('[type=checkbox], [type=radio]') ? field.checked !== field.defaultChecked
    : field.matches('select') ? chosen(field)
    : field.matches('input:not([type=hidden], [type=submit], [type=button], [type=search]), textarea') && field.value !== field.defaultValue;
  const editing = field => field?.matches('input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable]');
  const inUse = form => [...form.elements].some(touched) || (form.contains(document.activeElement) && editing(document.activeElement))
    || form.dataset.sent !== undefined;
  const formsInUse = () => [...main.querySelectorAll('form')].filter(inUse);
  const refused = () => main.querySelector('[data-errors]') !== null;

  // ---- asking again: not in a tab that nobody sees, and not more often than somebody can read
  const soon = () => {
    if (due || document.hidden) { again = again || document.hidden; return; }
    due = setTimeout(ask, Math.max(GATHER, askedAt + BETWEEN - performance.now()));
  };
  document.addEventListener('visibilitychange', () => { if (!document.hidden && again) { again = false; soon(); } });

  const atWork = () => formsInUse().length > 0 || refused() || getSelection()?.isCollapsed === false;
  const ask = async () => {
    due = 0;
    if (asking) soon();
    else if (atWork()) bar.hidden = false;   // and nothing is asked: each asking would make the server forget an older form sooner
    else await look();
  };
  bar.querySelector('a').addEventListener('click', event => {
    event.preventDefault();
    if (refused()) location.assign(location.pathname + location.search);
    else look();
  });

  const look = async () => {
    bar.hidden = true;
    asking = true;
    askedAt = performance.now();
    try {
      const answer = await fetch(location.pathname + location.search, { redirect: 'manual', cache: 'no-store', headers: { 'X-Requested-With': 'fetch' } });
      // closed to this reader by now: the whole page is asked for, which says so in words
      if (answer.status === 403 || answer.status === 404) location.reload();
      else if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } catch {
      // away for a moment: so is the socket, and when it is back the page asks again
    } finally {
      asking = false;
    }
  };

  const show = page => {
    const fresh = page.getElementById('main');
    if (!fresh || page.documentElement.lang !== document.documentElement.lang) return;
    const nav = document.querySelector('.al-nav'), freshNav = page.querySelector('.al-nav');
    if (nav && freshNav && !nav.contains(document.activeElement)) nav.replaceChildren(...document.importNode(freshNav, true).childNodes);
    if (!alike(main, fresh)) put(fresh);
  };

  // Two pages are alike when they say the same; what Faces and the clock change on every page says nothing.
  const words = part => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll('input[type=hidden], script').forEach(one => one.remove());
    copy.querySelectorAll('time').forEach(one => { one.textContent = ''; });
    return copy.textContent.replace(/\s+/g, ' ')
      + [...copy.querySelectorAll('input, option, a, img, progress')].map(one => `${one.getAttribute('value')} ${one.defaultChecked ?? ''} ${one.defaultSelected ?? ''} ${one.getAttribute('href') ?? ''}`).join('|');
  };
  const alike = (here, there) => words(here) === words(there);

  // Everything is new but the forms in use: each goes to the place of its twin, with what stands in it, and one that has no
  // place any more to the end: it may hold what nobody else has.
  const put = fresh => {
    const next = document.importNode(fresh, true);
    const at = scrollY, focus = placeOf(document.activeElement);
    const open = new Set([...main.querySelectorAll('details')].filter(one => one.open).map(keyOf));
    const theirs = [...next.querySelectorAll('form')];
    formsInUse().map(form => [form, theirs.find(one => nameOf(one) === nameOf(form))]).forEach(([form, twin]) => {
      theirs.splice(theirs.indexOf(twin), twin ? 1 : 0);
      if (twin) twin.replaceWith(form);
      else next.append(form);
    });
    main.replaceChildren(...next.childNodes);
    main.querySelectorAll('details').forEach(one => { if (open.has(keyOf(one))) one.open = true; });
    if (focus && document.activeElement === document.body) find(focus)?.focus({ preventScroll: true });
    if (scrollY !== at) scrollTo({ top: at, behavior: 'instant' });
    document.dispatchEvent(new CustomEvent('al:shown'));
  };

  const keyOf = one => one.id || one.querySelector('summary')?.textContent.trim();
  // An id that Faces made up is another one as soon as the page shows more or less: such a form is known by its fields.
  const nameOf = form => form.id && !form.id.includes('j_id') ? form.id
    : [...form.elements].map(one => one.name).filter(name => name && !name.includes('jakarta.faces.') && !name.includes('j_id')).join(' ');
  const placeOf = one => one && main.contains(one) && (one.id ? { id: one.id } : one.matches('a[href]') ? { href: one.getAttribute('href') } : null);
  const find = place => place.id ? document.getElementById(place.id) : [...main.querySelectorAll('a[href]')].find(one => one.getAttribute('href') === place.href);

  listen();
})();
