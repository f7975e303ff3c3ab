/* What pages gain where scripts run. Everything works without. */
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');

  /* The mode of this visitor; only the home page looks at it. */
  document.querySelectorAll('a[data-mode]').forEach(function (link) {
    link.addEventListener('click', function () {
      document.cookie = 'mode=' + link.dataset.mode + '; path=/; max-age=' + (link.dataset.mode ? 31536000 : 0) + '; SameSite=Lax';
    });
  });

  /* High contrast. */
  function contrast(on) {
    root.classList.toggle('contrast', on);
    document.querySelectorAll('[data-contrast]').forEach(function (b) { b.setAttribute('aria-pressed', String(on)); });
  }
  var stored = null;
  try { stored = localStorage.getItem('contrast'); } catch (e) { /* private window */ }
  contrast(stored === 'high');
  document.querySelectorAll('[data-contrast]').forEach(function (b) {
    b.addEventListener('click', function () {
      var on = !root.classList.contains('contrast');
      contrast(on);
      try { localStorage.setItem('contrast', on ? 'high' : ''); } catch (e) { /* private window */ }
    });
  });
  document.querySelectorAll('[data-print]').forEach(function (b) {
    b.addEventListener('click', function () { window.print(); });
  });

  /* The error summary takes the focus; its links put the cursor into the field. */
  var summary = document.getElementById('summary');
  if (summary) {
    summary.focus();
    summary.addEventListener('click', function (event) {
      var id = event.target.hash && event.target.hash.slice(1);
      var at = id && document.getElementById(id);
      if (!at) { return; }
      var input = at.matches('input,select,textarea') ? at : at.querySelector('input,select,textarea');
      if (input) { event.preventDefault(); input.focus(); input.scrollIntoView({ block: 'center' }); }
    });
  }

  /* One press, one request. The server would take a second one for the same, but the visitor should see that it works. */
  document.querySelectorAll('form').forEach(function (form) {
    form.addEventListener('submit', function (event) {
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = '1';
      setTimeout(function () {
        form.querySelectorAll('button[type=submit],button:not([type])').forEach(function (b) { b.setAttribute('aria-disabled', 'true'); });
      }, 0);
    });
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) { delete form.dataset.sent; });
  });
  document.querySelectorAll('[data-copy]').forEach(function (b) {
    b.addEventListener('click', function () {
      navigator.clipboard.writeText(b.dataset.copy).then(function () { b.textContent = b.dataset.done; });
    });
  });
}());
