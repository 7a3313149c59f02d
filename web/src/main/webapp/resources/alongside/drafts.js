// Keeps what is typed on the server, never in the browser: forms with data-draft="<address>".
// The address takes the fields by POST; 204 with X-Saved-At is kept, 401 is signed out, 413 is more than is kept, all else is
// tried again.
(() => {
  'use strict';
  const words = document.getElementById('al-words')?.dataset;
  const root = document.documentElement;
  const PAUSE = 800, FIRST_RETRY = 2_000, LAST_RETRY = 10_000;
  const MOST_AT_PARTING = 60_000;   // bytes: a browser sends no more for a page that is being left

  const clock = instant => new Intl.DateTimeFormat(root.lang, {
    hour: '2-digit', minute: '2-digit', hourCycle: 'h23', numberingSystem: 'latn', timeZone: root.dataset.zone || undefined,
  }).format(instant);

  const placeToSay = form => {
    const there = form.querySelector('.al-saved') ?? document.querySelector('span.al-saved[data-saved]');
    if (there) return there;
    const made = document.createElement('p');
    made.className = 'al-saved';
    made.setAttribute('role', 'status');
    form.append(made);
    return made;
  };

  class Draft {
    #form; #timer = 0; #retry = FIRST_RETRY; #sending = false; #kept; #tooLong = false;
    constructor(form) {
      this.#form = form;
      this.#kept = this.#typed().toString();
      form.addEventListener('input', () => this.#soon(PAUSE));
      form.addEventListener('change', () => this.#soon(PAUSE));
      form.addEventListener('focusout', () => this.#soon(0));
      form.addEventListener('submit', event => this.#beforeSubmit(event));
      addEventListener('online', () => this.#soon(0));
      document.addEventListener('visibilitychange', () => { if (document.hidden) this.#send(true); });
      addEventListener('pagehide', () => this.#send(true));
      document.addEventListener('al:leaving', event => {
        event.detail.push(this.#send(true));
        this.#kept = this.#typed().toString();   // leaving is never held up by a question
      });
      addEventListener('beforeunload', event => { if (this.#isOpen() && this.#say.dataset.state) event.preventDefault(); });
    }

    // What Faces itself sends along is no part of a draft, nor is a password or a file.
    #typed() {
      const typed = new URLSearchParams();
      for (const [name, value] of new FormData(this.#form)) {
        const kind = this.#form.elements.namedItem(name)?.type;
        if (typeof value === 'string' && !name.startsWith('jakarta.faces.') && name !== this.#form.id && kind !== 'password') {
          typed.append(name, value);
        }
      }
      return typed;
    }

    // looked for anew each time: a page that shows what changed puts another in its place
    get #say() { return placeToSay(this.#form); }

    #isOpen() { return this.#form.isConnected && this.#typed().toString() !== this.#kept; }

    #soon(pause) {
      clearTimeout(this.#timer);
      if (this.#isOpen()) this.#timer = setTimeout(() => this.#send(false), pause);
    }

    // A form that cannot reach the server, or has no session there, would take what was typed with it: kept first, then sent.
    // One with more in it than is kept is sent all the same: the server answers beside the field that is too long.
    async #beforeSubmit(event) {
      clearTimeout(this.#timer);
      if (!this.#isOpen() || this.#tooLong) return;
      event.preventDefault();
      event.stopPropagation();
      const button = event.submitter;
      await this.#send(true);
      if (this.#isOpen() && !this.#tooLong) this.#say.scrollIntoView({ block: 'center' });
      else this.#form.requestSubmit(button);
    }

    async #send(last) {
      if (!this.#isOpen() || (this.#sending && !last)) return;
      const typed = this.#typed();
      this.#sending = true;
      try {
        const answer = await fetch(this.#form.dataset.draft, {
          method: 'POST', body: typed, keepalive: last && typed.toString().length < MOST_AT_PARTING, redirect: 'manual', headers: { 'X-Requested-With': 'fetch' },
        });
        this.#tooLong = answer.status === 413;
        if (this.#tooLong) this.#wait('too-long', words.tooLong);
        else if (answer.status === 401 || answer.type === 'opaqueredirect') this.#wait('signed-out', words.signedOut);
        else if (!answer.ok) this.#wait('waiting', words.offline);
        else this.#saved(typed, answer.headers.get('X-Saved-At'));
      } catch {
        this.#wait('waiting', words.offline);
      } finally {
        this.#sending = false;
      }
    }

    #saved(typed, at) {
      this.#kept = typed.toString();
      this.#retry = FIRST_RETRY;
      delete this.#say.dataset.state;
      this.#say.textContent = words.saved.replace('{0}', clock(at ? new Date(at) : new Date()));
      this.#soon(PAUSE);   // typed on while it was sent
    }

    #wait(state, why) {
      this.#say.dataset.state = state;
      if (this.#say.textContent !== why) this.#say.textContent = why;
      clearTimeout(this.#timer);
      if (this.#tooLong) return;   // until it is shorter
      this.#timer = setTimeout(() => this.#send(false), this.#retry);
      this.#retry = Math.min(this.#retry * 2, LAST_RETRY);
    }
  }

  // What was kept of a page is back in its fields: shown, also where its form is folded away.
  const back = document.querySelector('[data-restored]');
  back?.closest('details')?.setAttribute('open', '');
  back?.focus();

  const kept = new WeakSet();
  const keep = () => document.querySelectorAll('form[data-draft]').forEach(form => {
    if (kept.has(form)) return;
    kept.add(form);
    new Draft(form);
  });
  if (words) {
    keep();
    document.addEventListener('al:shown', keep);
  }
})();
