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
  const touched = field => field.matches('[type=checkbox], [type=radio]') ? field.checked !== field.defaultChecked
    : field.matches('select') ? [...field.options].some(one => one.selected !== one.defaultSelected) && field.selectedIndex > 0
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
    if (nav && freshNav && !nav.contains(document.activeElement)) morph(nav, document.importNode(freshNav, true));
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

  const put = fresh => {
    const kept = new Set([...formsInUse(), ...main.querySelectorAll('form[data-draft]')]);
    const at = scrollY, focus = placeOf(document.activeElement);
    const open = new Set([...main.querySelectorAll('details')].filter(one => one.open).map(keyOf));
    morph(main, document.importNode(fresh, true), kept);
    main.querySelectorAll('details').forEach(one => { if (open.has(keyOf(one))) one.open = true; });
    if (focus && document.activeElement === document.body) find(focus)?.focus({ preventScroll: true });
    if (scrollY !== at) scrollTo({ top: at, behavior: 'instant' });
    document.dispatchEvent(new CustomEvent('al:shown'));
  };

  // ---- putting the new in place of the old, but for what holds a form in use
  const keyOf = one => one.id || one.querySelector('summary')?.textContent.trim();
  const placeOf = one => one && main.contains(one) && (one.id ? { id: one.id } : one.matches('a[href]') ? { href: one.getAttribute('href') } : null);
  const find = place => place.id ? document.getElementById(place.id) : [...main.querySelectorAll('a[href]')].find(one => one.getAttribute('href') === place.href);
  const morph = (old, fresh, kept = new Set()) => {
    if (kept.has(old) || old.isEqualNode(fresh)) return;
    const holds = part => part.nodeType === Node.ELEMENT_NODE && (kept.has(part) || [...kept].some(form => part.contains(form)));
    if (!holds(old)) { old.replaceChildren(...fresh.childNodes); return; }
    const theirs = [...fresh.children], held = [...old.children].filter(holds);
    const twinOf = part => theirs.find(one => one.tagName === part.tagName && [...kept].filter(form => part.contains(form))
      .every(form => form === part ? one.id === form.id : form.id && one.querySelector('form#' + CSS.escape(form.id))));
    const twins = held.map(twinOf);
    [...old.children].filter(one => !held.includes(one)).forEach(one => one.remove());
    held.forEach((part, at) => {
      // what the new page has no place for any more stays at the end: it may hold what nobody else has
      if (!twins[at]) return;
      while (theirs.length && theirs[0] !== twins[at]) part.before(theirs.shift());
      theirs.shift();
      morph(part, twins[at], kept);
    });
    const last = held.filter((part, at) => twins[at]).at(-1);
    if (last) last.after(...theirs);
    else old.prepend(...theirs);
  };

  listen();
})();
