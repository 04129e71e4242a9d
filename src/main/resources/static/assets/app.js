// What pages gain with JavaScript; each of them works without it.
(function () {
  'use strict';
  const root = document.documentElement;
  root.classList.add('cw-js');

  // The visitor's time zone, so that the next page already shows their times.
  function rememberZone() {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!zone || /(?:^|; )cw-zone=/.test(document.cookie)) {
      return;
    }
    document.cookie = 'cw-zone=' + encodeURIComponent(zone) + '; path=/; max-age=31536000; samesite=lax'
      + (location.protocol === 'https:' ? '; secure' : '');
    const shown = document.querySelector('[data-cw-zone]');
    const kept = /(?:^|; )cw-zone=/.test(document.cookie);
    if (kept && shown && shown.dataset.cwZone !== zone) {
      location.reload();
    }
  }

  // How long a reserved time is still kept: minutes and seconds, read out only when a minute or less is left.
  function countDown(element) {
    const end = Date.parse(element.dataset.cwUntil);
    const left = element.querySelector('[data-cw-left]');
    const over = element.querySelector('[data-cw-over]');
    const say = element.querySelector('[data-cw-say]');
    let said = false;
    function tick() {
      const seconds = Math.max(0, Math.round((end - Date.now()) / 1000));
      left.textContent = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
      if (seconds <= 60 && !said && say) {
        said = true;
        say.textContent = say.dataset.cwSay;
      }
      if (seconds === 0) {
        clearInterval(timer);
        element.classList.add('cw-is-over');
        element.querySelector('[data-cw-running]').hidden = true;
        over.hidden = false;
      }
    }
    const timer = setInterval(tick, 1000);
    tick();
  }

  // A form is sent once, however often its button is pressed.
  function sendOnce(event) {
    const form = event.target;
    // By attribute: a field may be called method.
    if ((form.getAttribute('method') || 'get').toLowerCase() !== 'post' || event.defaultPrevented || 'cwAgain' in form.dataset) {
      return;
    }
    if (form.dataset.cwSent) {
      event.preventDefault();
      return;
    }
    form.dataset.cwSent = 'true';
    form.querySelectorAll('button[type=submit]').forEach(function (button) {
      button.setAttribute('aria-disabled', 'true');
      button.classList.add('cw-busy');
    });
  }

  document.addEventListener('submit', sendOnce);
  // Back from the next page: the form may be sent again.
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-cw-sent]').forEach(function (form) {
      delete form.dataset.cwSent;
      form.querySelectorAll('.cw-busy').forEach(function (button) {
        button.classList.remove('cw-busy');
        button.removeAttribute('aria-disabled');
      });
    });
  });
  document.addEventListener('htmx:configRequest', function (event) {
    const token = document.querySelector('meta[name=_csrf]');
    if (token) {
      event.detail.headers[token.dataset.header] = token.content;
    }
  });
  // Fields that are fetched anew keep what was typed or chosen while the answer was on its way.
  let entered = [];
  document.addEventListener('htmx:beforeSwap', function (event) {
    entered = event.detail.target.id === 'form-fields'
      ? Array.from(event.detail.target.querySelectorAll('input:not([type=hidden]), select, textarea'), function (field) {
        return {name: field.name, type: field.type, value: field.value, checked: field.checked};
      })
      : [];
  });
  document.addEventListener('htmx:afterSwap', function () {
    const chosen = function (field) { return field.type === 'checkbox' || field.type === 'radio'; };
    const fields = entered.length ? Array.from(document.querySelectorAll('#form-fields [name]')) : [];
    entered.forEach(function (before) {
      const field = fields.find(function (one) {
        return one.name === before.name && one.type === before.type && (!chosen(one) || one.value === before.value);
      });
      if (field && chosen(field)) {
        field.checked = before.checked;
      } else if (field) {
        field.value = before.value;
      }
    });
    entered = [];
  });
  // Lists that act at once when something is chosen; without JavaScript their button does it.
  document.addEventListener('change', function (event) {
    if (event.target.matches('[data-cw-submit]')) {
      event.target.form.requestSubmit();
    }
  });
  // An open menu closes by the Escape key, by a click elsewhere, and when the focus leaves it.
  function closeMenus(except) {
    document.querySelectorAll('.cw-menu details[open]').forEach(function (menu) {
      if (!except || !menu.contains(except)) {
        menu.open = false;
      }
    });
  }
  document.addEventListener('click', function (event) { closeMenus(event.target); });
  document.addEventListener('focusin', function (event) { closeMenus(event.target); });
  document.addEventListener('keydown', function (event) {
    const menu = event.key === 'Escape' && document.querySelector('.cw-menu details[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
  rememberZone();
  document.querySelectorAll('[data-cw-until]').forEach(countDown);
  const summary = document.getElementById('error-summary');
  if (summary) {
    summary.focus();
  }
  const current = document.querySelector('.cw-week [aria-current]');
  if (current && current.scrollIntoView) {
    current.scrollIntoView({block: 'nearest', inline: 'center'});
  }
})();
