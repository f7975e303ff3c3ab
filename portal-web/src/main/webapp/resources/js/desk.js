/* 工作台: buttons come alive when PrimeFaces is awake; a refusal takes the focus; one press is one request. */
(function () {
  'use strict';
  var root = document.documentElement;

  function ready() { root.classList.add('ready', 'js'); }
  if (document.readyState === 'complete') { ready(); } else { window.addEventListener('load', ready); }

  function focusTrouble() {
    var summary = document.getElementById('summary');
    if (summary) { summary.focus(); summary.scrollIntoView({ block: 'center' }); }
  }
  focusTrouble();
  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxComplete', focusTrouble);
    /* A request that got no answer for this page: said, not swallowed. What was typed still stands in the form. */
    window.jQuery(document).on('pfAjaxError', function (event, xhr) {
      var status = xhr ? xhr.status : 0;
      setTimeout(pressable, 0);
      if (status === 401) {
        var link = document.createElement('a');
        link.href = '/sign-in?next=/desk/notices';
        link.target = '_blank';
        link.textContent = '在新窗口重新登录（打开新窗口）';
        trouble(['登录已失效，没有办成。填写的内容还在本页：请先', link, '，再回到本页点一次。']);
      } else if (status === 403) {
        renewed().then(function (yes) {
          trouble([yes ? '登录已更新，刚才这一次没有办成。填写的内容还在本页，请再点一次。'
            : '没有办成：页面已过期，或者您现在的账号不能办理。请记下填写的内容，刷新页面后再办。']);
        });
      } else if (status === 409) {
        trouble(['没有办成：别的人员已先办理，办件有了变化。请记下填写的内容，刷新页面后再办。']);
      } else if (status >= 500) {
        trouble(['没有办成：服务出了问题，已记录下来。填写的内容还在本页，请稍后再点一次；仍不行的请联系管理员。']);
      } else {
        trouble(['没有办成：网络不通或服务暂时不可用。填写的内容还在本页，请稍后再点一次。']);
      }
    });
  }

  /* PrimeFaces leaves the button of a request that failed as if it still ran; it has to be pressed again. */
  function pressable() {
    document.querySelectorAll('button.ui-state-loading').forEach(function (button) {
      button.disabled = false;
      button.removeAttribute('aria-disabled');
      button.classList.remove('ui-state-loading', 'ui-state-disabled');
      button.querySelectorAll('.ui-icon-loading').forEach(function (icon) { icon.remove(); });
    });
  }

  function trouble(parts) {
    var box = document.createElement('div');
    box.className = 'summary';
    box.id = 'summary';
    box.tabIndex = -1;
    box.setAttribute('role', 'alert');
    var said = document.createElement('p');
    said.append.apply(said, parts);
    box.appendChild(said);
    document.getElementById('trouble').replaceChildren(box);
    focusTrouble();
  }

  /* Signed in anew, the forms of this page still carry the mark of the old sitting: they get the mark of the new one, and
     what was typed stays. Answers whether that was so. */
  function renewed() {
    return fetch(window.location.href, { credentials: 'same-origin', redirect: 'error' }).then(function (reply) {
      return reply.ok ? reply.text() : '';
    }).then(function (html) {
      var fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('input[name="yw-csrf"]');
      var any = false;
      document.querySelectorAll('input[name="yw-csrf"]').forEach(function (mark) {
        if (fresh && mark.value !== fresh.value) { mark.value = fresh.value; any = true; }
      });
      return any;
    }).catch(function () { return false; });
  }

  /* A line of the refusal leads to its field, also inside a part that is folded away. */
  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('#summary a');
    var at = link && document.getElementById(link.hash.slice(1));
    if (!at) { return; }
    event.preventDefault();
    var fold = at.closest('details');
    if (fold) { fold.open = true; }
    var input = at.matches('input,select,textarea') ? at : at.querySelector('input,select,textarea');
    (input || at).focus();
    (input || at).scrollIntoView({ block: 'center' });
  });

  document.querySelectorAll('form[data-once]').forEach(function (form) {
    form.addEventListener('submit', function (event) {
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = '1';
      setTimeout(function () { form.setAttribute('aria-busy', 'true'); }, 0);
    });
  });
  /* 意见自动保存: what is being written is kept a moment after the last key, one request at a time. Neither the password
     nor files are sent. */
  var waiting = {};
  var busy = {};

  function say(form, text, bad) {
    var at = form.isConnected && form.querySelector('.kept');
    if (!at) { return; }
    at.textContent = text;
    at.classList.toggle('bad', bad);
    if (bad) { at.setAttribute('role', 'alert'); } else { at.removeAttribute('role'); }
  }

  function keep(form, leaving) {
    var id = form.id;
    clearTimeout(waiting[id]);
    delete waiting[id];
    if (busy[id] && !leaving) { later(form); return; }
    var body = new URLSearchParams();
    new FormData(form).forEach(function (value, name) {
      if (typeof value === 'string' && name !== 'password' && name.indexOf('faces') < 0) { body.append(name, value); }
    });
    busy[id] = true;
    fetch('/desk/opinion', { method: 'POST', body: body, keepalive: leaving, credentials: 'same-origin' }).then(function (reply) {
      if (reply.redirected) { say(form, '登录已失效，没有保存。请在新的窗口登录，再回到本页继续填写，内容还在。', true); return null; }
      return reply.text().then(function (text) {
        if (reply.ok) { say(form, '已自动保存：' + text, false); } else { say(form, text, true); }
      });
    }).catch(function () {
      say(form, '网络不通，还没有保存；恢复后会自动再存。', true);
      later(form, 10000);
    }).finally(function () { busy[id] = false; });
  }

  function later(form, wait) {
    clearTimeout(waiting[form.id]);
    waiting[form.id] = setTimeout(function () { if (form.isConnected) { keep(form, false); } }, wait || 1200);
  }

  ['input', 'change'].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      var form = event.target.form;
      if (form && form.dataset.keep && event.target.type !== 'password' && event.target.type !== 'file') { later(form); }
    });
  });
  /* Pressed: what is sent now is the word itself, and no note must come after it. */
  document.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('form[data-keep] button');
    if (button) { clearTimeout(waiting[button.form.id]); delete waiting[button.form.id]; }
  }, true);
  window.addEventListener('pagehide', function () {
    Object.keys(waiting).forEach(function (id) {
      var form = document.getElementById(id);
      if (form) { keep(form, true); }
    });
  });

  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) { delete form.dataset.sent; form.removeAttribute('aria-busy'); });
  });
}());
