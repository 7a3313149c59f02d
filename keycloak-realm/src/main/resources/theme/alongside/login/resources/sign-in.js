// The way out, a look at what was typed, no form sent twice. The pages work without it.
const leave = () => {
  document.title = '';
  document.documentElement.hidden = true;
  location.replace('about:blank');
};
let lastEscape = -Infinity;
addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  if (event.timeStamp - lastEscape < 600) leave();
  lastEscape = event.timeStamp;
}, true);

addEventListener('click', event => {
  const pressed = event.target.closest('[data-do]');
  if (!pressed) return;
  if (pressed.dataset.do === 'leave') { event.preventDefault(); leave(); }
  if (pressed.dataset.do === 'peek') {
    const field = document.getElementById(pressed.getAttribute('aria-controls'));
    const shown = field.type === 'text';
    field.type = shown ? 'password' : 'text';
    pressed.setAttribute('aria-pressed', String(!shown));
  }
});

addEventListener('submit', event => {
  if (event.target.dataset.sent) { event.preventDefault(); return; }
  event.target.dataset.sent = 'sent';
});
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));
