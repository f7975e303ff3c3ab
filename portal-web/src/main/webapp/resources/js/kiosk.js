/* 自助终端的屏幕: asks after a while whether somebody is still there, wipes itself when nobody is, prints, and has keys to
   press. The server ends the session on its own as well; this only makes sure that nobody sees what it has ended. */
(function () {
  'use strict';
  var body = document.body;
  var root = document.documentElement;
  root.classList.add('js');

  function wipe() { root.classList.add('wiped'); }

  /* Back button: what the browser kept of the one before is never shown, it is asked for anew. */
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) { wipe(); location.reload(); }
  });
  document.addEventListener('contextmenu', function (event) { event.preventDefault(); });

  function end(why) {
    var form = document.getElementById('end');
    wipe();
    if (!form) { location.replace(body.dataset.home); return; }
    form.elements.why.value = why;
    form.submit();
  }

  /* 空闲 */
  var idle = Number(body.dataset.idle || 0) * 1000;
  var warn = Number(body.dataset.warn || 0) * 1000;
  if (idle) {
    var dialog = document.getElementById('idle');
    var left = document.getElementById('idle-left');
    var last = Date.now();
    var told = last;
    var over = false;

    var touched = function (event) {
      /* While the question stands only its own buttons answer it: a sleeve on the glass is nobody. */
      if (over || (dialog.open && event && event.type !== 'afterprint')) { return; }
      last = Date.now();
      if (dialog.open) { dialog.close(); }
      if (body.dataset.alive && last - told > 8000) { alive(); }
    };
    var alive = function () {
      told = Date.now();
      fetch(body.dataset.alive, { cache: 'no-store', credentials: 'same-origin' }).then(function (reply) {
        if (reply.redirected || !reply.ok) { wipe(); location.replace(body.dataset.home); }
      }, function () { /* the server's own time-out counts */ });
    };
    ['pointerdown', 'keydown', 'input', 'wheel', 'touchstart', 'scroll'].forEach(function (name) {
      window.addEventListener(name, touched, { passive: true, capture: true });
    });
    /* Printing is using it. */
    window.addEventListener('beforeprint', touched);
    window.addEventListener('afterprint', touched);
    document.getElementById('idle-go').addEventListener('click', function () {
      dialog.close();
      last = Date.now();
      if (body.dataset.alive) { alive(); }
    });
    document.getElementById('idle-end').addEventListener('click', function () { over = true; end('user'); });
    dialog.addEventListener('cancel', function (event) { event.preventDefault(); });
    setInterval(function () {
      var quiet = Date.now() - last;
      if (over) { return; }
      if (quiet >= idle) { over = true; dialog.close(); end('idle'); return; }
      if (quiet >= warn) {
        left.textContent = String(Math.ceil((idle - quiet) / 1000));
        if (!dialog.open) { dialog.showModal(); }
      }
    }, 250);
  }

  /* 心跳: while it waits for somebody the machine says every minute that it is there. */
  if (body.dataset.beat) {
    setInterval(function () {
      fetch(body.dataset.beat, { cache: 'no-store', credentials: 'same-origin' }).catch(function () { /* next time */ });
    }, 60000);
  }

  /* One press, one request. */
  document.querySelectorAll('form').forEach(function (form) {
    form.addEventListener('submit', function (event) {
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = '1';
    });
  });

  /* The certificate is being made: look again until it is there, without counting as being used. */
  var wait = document.querySelector('[data-wait]');
  if (wait) {
    var tries = 0;
    var look = setInterval(function () {
      tries += 1;
      if (tries > 25) { clearInterval(look); return; }
      fetch(wait.dataset.wait, { cache: 'no-store', credentials: 'same-origin' })
        .then(function (reply) { return reply.redirected ? 'yes' : reply.text(); })
        .then(function (text) { if (text === 'yes') { clearInterval(look); location.reload(); } }, function () { /* next time */ });
    }, 1200);
  }

  /* 打印: once the pages are there. */
  if (document.querySelector('[data-print]')) {
    var sheets = Array.prototype.slice.call(document.querySelectorAll('.sheet img'));
    Promise.all(sheets.map(function (sheet) { return sheet.decode ? sheet.decode().catch(function () {}) : null; }))
      .then(function () { window.print(); });
  }

  /* 屏幕按键 for numbers and codes; words are for the machine's own keyboard. */
  var KEYS = { digits: '1234567890', letters: '23456789ABCDEFGHJKLMNPQRSTUVWXYZ' };
  document.querySelectorAll('input[data-keys], input[inputmode=decimal], input[inputmode=numeric], input[type=tel]').forEach(function (input) {
    var pad = document.createElement('div');
    pad.className = 'keys ' + (input.dataset.keys || 'digits');
    pad.setAttribute('role', 'group');
    pad.setAttribute('aria-label', (input.labels[0] ? input.labels[0].textContent.trim() : '') + ' ' + (root.lang === 'en' ? 'keys' : '按键'));
    var press = function (text, act, wide) {
      var key = document.createElement('button');
      key.type = 'button';
      key.textContent = text;
      if (wide) { key.className = 'wide'; }
      key.addEventListener('click', function () {
        input.value = act(input.value);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
      pad.appendChild(key);
    };
    var keys = KEYS[input.dataset.keys || 'digits'] + (input.inputMode === 'decimal' ? '.' : '');
    keys.split('').forEach(function (sign) {
      press(sign, function (value) { return value + sign; });
    });
    press(root.lang === 'en' ? 'Delete' : '退格', function (value) { return value.slice(0, -1); }, true);
    press(root.lang === 'en' ? 'Clear' : '清空', function () { return ''; }, true);
    input.insertAdjacentElement('afterend', pad);
  });

  var summary = document.getElementById('summary');
  if (summary) { summary.focus(); }
}());
