// What pages do beyond markup: the way out, the lock, light and dark, no form sent twice. Every page works without it.
(() => {
  'use strict';
  const root = document.documentElement;
  const idle = document.getElementById('al-idle');
  const MINUTE = 60_000, WARN_AFTER = 14 * MINUTE, LOCK_AFTER = 15 * MINUTE, ALIVE_EVERY = 4 * MINUTE;

  // Leaving: nothing stays on the screen, in the title or at this place of the history.
  const leave = () => {
    document.dispatchEvent(new CustomEvent('al:leaving', { detail: [] }));
    document.title = '';
    root.hidden = true;
    location.replace('about:blank');
  };
  let lastEscape = -Infinity;
  addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    document.querySelector('.al-you[open]')?.removeAttribute('open');
    if (event.timeStamp - lastEscape < 600) leave();
    lastEscape = event.timeStamp;
  }, true);

  // A page taken from the browser's memory may show what was closed since: ask the server again.
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

  const wear = theme => {
    root.dataset.theme = theme;
    document.querySelectorAll('[data-do="theme"]').forEach(one => { one.hidden = one.value === theme; });
  };
  const worn = () => root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  wear(worn());

  addEventListener('click', event => {
    const pressed = event.target.closest('[data-do]');
    const menu = document.querySelector('.al-you[open]');
    if (menu && !menu.contains(event.target)) menu.removeAttribute('open');
    if (!pressed) return;
    if (pressed.dataset.do === 'leave') { event.preventDefault(); leave(); }
    if (pressed.dataset.do === 'print') print();
    if (pressed.dataset.do === 'theme') {
      event.preventDefault();
      wear(pressed.value);
      fetch(pressed.form.action, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ theme: pressed.value }) })
        .catch(() => {});   // kept for this page at least
    }
  });

  // Of a file that is larger than is taken this is said before it is sent: the way is long, and the server may break off.
  const tooLarge = input => {
    const field = input.closest('.al-field'), words = field?.querySelector('template[data-most]');
    if (!words) return false;
    const large = [...input.files].some(file => file.size > words.dataset.most * 1_000_000);
    field.querySelectorAll('.al-error').forEach(said => said.remove());
    if (large) input.before(words.content.cloneNode(true));
    input.setAttribute('aria-invalid', large);
    return large;
  };
  addEventListener('change', event => { if (event.target.type === 'file') tooLarge(event.target); });
  addEventListener('submit', event => {
    const large = [...event.target.querySelectorAll('input[type=file]')].find(tooLarge);
    if (!large) return;
    event.preventDefault();
    event.stopPropagation();
    large.focus();
  }, true);

  // A form is sent once. The button keeps its value, so it is switched off after the browser has read it.
  addEventListener('submit', event => {
    const form = event.target;
    if (form.method === 'dialog' || form.method === 'get') return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'sent';
    const button = event.submitter;
    setTimeout(() => { if (button) { button.disabled = true; button.setAttribute('aria-busy', 'true'); } });
    setTimeout(() => {   // an answer that did not replace the page, for example a file to keep
      delete form.dataset.sent;
      if (button) { button.disabled = false; button.removeAttribute('aria-busy'); }
    }, 15_000);
  });

  // What is wrong comes first: to the eyes it is on top, to the ears it is read out; unless a link led to one question.
  (document.getElementById(location.hash.slice(1)) ?? document.querySelector('[data-errors]'))?.focus();

  // On a narrow screen a wide diagram begins at "here", and the tabs at the open one.
  const beginHere = () => document.querySelectorAll('.al-process, .al-tabs ul').forEach(box => {
    const here = box.querySelector('.here, [aria-current]')?.getBoundingClientRect(), at = box.getBoundingClientRect();
    if (here) box.scrollLeft += here.left + here.width / 2 - at.left - at.width / 2;
  });
  beginHere();
  document.addEventListener('al:shown', beginHere);

  // Back to what answered something sent (a refused form, people found) asks for the page anew: the browser would ask to send
  // it again, or show an error of its own. Only on going away, so that loading again still keeps what was typed; and not
  // when leaving, where nothing leads back.
  addEventListener('pagehide', () => { if (!root.hidden) history.replaceState(null, '', location.href); });

  const toasts = document.querySelector('.al-toasts');
  if (toasts) setTimeout(() => toasts.replaceChildren(), 12_000);

  // A page that says that a server is away looks for it and goes on when it is back: it asks anew, and never sends anew.
  const away = document.querySelector('[data-away]');
  if (away) setInterval(() => fetch(away.dataset.away, { redirect: 'manual', cache: 'no-store' })
    .then(answer => { if (answer.status < 500) location.replace(location.pathname + location.search); }, () => {}), 3_000);

  // The lock. Tabs tell each other that someone is there; nothing is stored.
  if (!idle) return;
  let seenAt = Date.now(), aliveAt = Date.now();
  const tabs = new BroadcastChannel('alongside');
  const seen = fromHere => {
    const now = Date.now();
    if (fromHere && now - seenAt > 5_000) tabs.postMessage('seen');
    seenAt = now;
    if (idle.open) idle.close();
    if (fromHere && now - aliveAt > ALIVE_EVERY) {
      aliveAt = now;
      fetch(idle.dataset.alive, { redirect: 'manual', cache: 'no-store' }).catch(() => {});
    }
  };
  // Drafts first, then both sessions end (a shared desk must ask for the password again), then the neutral page.
  const lock = async () => {
    if (root.hidden) return;
    root.hidden = true;
    const drafts = [];
    document.dispatchEvent(new CustomEvent('al:leaving', { detail: drafts }));
    const atMost = wait => new Promise(done => setTimeout(done, wait));
    await Promise.race([Promise.allSettled(drafts), atMost(3_000)]);
    const ended = fetch(idle.dataset.signOut, { method: 'POST', redirect: 'manual', keepalive: true });
    await Promise.race([ended.catch(() => {}), atMost(3_000)]);
    // whoever was typing comes back to that page; what they typed is kept there, and is theirs alone
    const typing = document.querySelector('form[data-draft]');
    location.replace(idle.dataset.locked + (typing ? '?back=' + encodeURIComponent(location.pathname + location.search) : ''));
  };
  const look = () => {
    const quiet = Date.now() - seenAt;
    if (quiet >= LOCK_AFTER) lock();
    else if (quiet >= WARN_AFTER && !idle.open) idle.showModal();
  };
  ['pointerdown', 'keydown', 'wheel', 'touchstart', 'pointermove'].forEach(kind =>
    addEventListener(kind, () => { if (!idle.open) seen(true); }, { passive: true }));
  idle.addEventListener('close', () => seen(true));
  tabs.addEventListener('message', () => seen(false));
  setInterval(look, 5_000);
  document.addEventListener('visibilitychange', look);   // a laptop that slept wakes up locked
})();
