// Keeps up to date what says how far something is: reads the page again until it says that there is nothing to follow.
(() => {
  'use strict';
  const EVERY = 1_500;
  const follow = async () => {
    const here = document.querySelector('[data-follow]');
    if (!here) return;
    try {
      const answer = await fetch(location.href, { redirect: 'manual', cache: 'no-store' });
      if (answer.ok) {
        const there = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(here.id);
        if (there && !there.dataset.follow) return location.reload();
        const bar = here.querySelector('progress');
        const ahead = there?.querySelector('progress');
        if (bar && ahead) bar.value = ahead.value;
        const words = here.querySelector('[role=status]');
        const said = there?.querySelector('[role=status]');
        if (words && said && words.textContent !== said.textContent) words.replaceChildren(...said.childNodes);
      }
    } catch {
      // the network is away: it is tried again
    }
    setTimeout(follow, EVERY);
  };
  setTimeout(follow, EVERY);
})();
