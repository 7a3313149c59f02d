// A form in parts, of which one is open at a time: says what was answered in each and in how many, and keeps the one that is
// opened in sight when another closes above it.
(() => {
  'use strict';
  const tell = () => {
    const said = document.querySelector('[data-parts]');
    const parts = [...document.querySelectorAll('.al-part')];
    let done = 0;
    for (const part of parts) {
      const level = part.querySelector('select'), chip = part.querySelector('.al-chip');
      if (level.value) done++;
      chip.textContent = level.selectedOptions[0].textContent;
      chip.dataset.tone = level.value ? 'calm' : '';
    }
    if (said) said.textContent = said.dataset.parts.replace('{0}', done).replace('{1}', parts.length);
  };
  document.addEventListener('change', event => { if (event.target.closest('.al-part')) tell(); });
  document.addEventListener('click', event => {
    const summary = event.target.closest('.al-part > summary');
    if (summary) setTimeout(() => summary.scrollIntoView({ block: 'nearest' }));
  });
  document.addEventListener('al:shown', tell);
  tell();
})();
