// Warns a minute before the session ends, and tells the server when someone is there. Without it the server just ends
// the session. Loaded by our own pages and, through engine.js, by Tasklist, Cockpit and Admin.
(function () {
  'use strict';
  const address = document.documentElement.dataset.cwSession;
  if (!address) {
    return;
  }
  const WARN_SECONDS = 60;
  const TELL_EVERY = 30000;
  let view = null;
  let told = Date.now();
  let planned;
  let ticking;
  let dialog;

  function plan(seconds) {
    clearTimeout(planned);
    planned = setTimeout(check, Math.max(1, seconds) * 1000);
  }

  // Asking doesn't make the session last longer; other windows may have.
  function check() {
    fetch(address, {headers: {Accept: 'application/json'}, redirect: 'manual'})
      .then(answer => answer.ok ? answer.json() : null)
      .then(function (found) {
        view = found;
        if (!found || found.secondsLeft <= 0) {
          leave();
        } else if (found.secondsLeft <= WARN_SECONDS) {
          warn(found.secondsLeft);
        } else {
          close();
          plan(found.secondsLeft - WARN_SECONDS);
        }
      })
      .catch(() => plan(WARN_SECONDS / 2));
  }

  // The server ends the session with this request, and remembers the page for the next sign-in.
  function leave() {
    clearInterval(ticking);
    location.assign(location.pathname + location.search);
  }

  function post(path, body) {
    const headers = {};
    headers[view.csrf.header] = view.csrf.token;
    return fetch(path, {method: 'POST', headers: headers, body: body, redirect: 'manual'});
  }

  function button(text, kind, action) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn ' + kind;
    made.textContent = text;
    made.addEventListener('click', action);
    return made;
  }

  function build() {
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = address.replace(/(desk|portal)\/session$/, 'assets/session.css');
    document.head.append(style);
    dialog = document.createElement('dialog');
    dialog.className = 'cw-session';
    dialog.setAttribute('role', 'alertdialog');
    dialog.setAttribute('aria-labelledby', 'cw-session-title');
    dialog.setAttribute('aria-describedby', 'cw-session-text');
    const title = document.createElement('h2');
    title.id = 'cw-session-title';
    title.textContent = view.texts.title;
    const text = document.createElement('p');
    text.id = 'cw-session-text';
    text.textContent = view.extendable ? view.texts.text : view.texts.last;
    const left = document.createElement('p');
    left.className = 'cw-session-left';
    const actions = document.createElement('p');
    actions.className = 'cw-session-actions';
    if (view.extendable) {
      actions.append(button(view.texts.stay, 'btn-primary', stay));
    }
    actions.append(button(view.texts.leave, 'btn-secondary', signOut));
    dialog.append(title, text, left, actions);
    dialog.addEventListener('cancel', function (event) {
      event.preventDefault();
      if (view.extendable) {
        stay();
      }
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  function warn(seconds) {
    const end = Date.now() + seconds * 1000;
    close();
    build();
    const left = dialog.querySelector('.cw-session-left');
    function tick() {
      const now = Math.max(0, Math.round((end - Date.now()) / 1000));
      left.textContent = view.texts.left.replace('{0}', now);
      if (now === 0) {
        leave();
      }
    }
    ticking = setInterval(tick, 1000);
    tick();
    // Someone may go on in another window.
    plan(10);
  }

  function close() {
    clearInterval(ticking);
    if (dialog) {
      dialog.close();
      dialog.remove();
      dialog = null;
    }
  }

  function stay() {
    post(address + '/active').then(function () {
      close();
      check();
    }).catch(check);
  }

  function signOut() {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = address.replace(/session$/, 'sign-out');
    const token = document.createElement('input');
    token.type = 'hidden';
    token.name = view.csrf.parameter;
    token.value = view.csrf.token;
    form.append(token);
    document.body.append(form);
    form.submit();
  }

  // Only what a person does counts, and not what they do while the question is open.
  function touched(event) {
    if (event.isTrusted && view && !dialog && Date.now() - told > TELL_EVERY) {
      told = Date.now();
      post(address + '/active').catch(() => {});
    }
  }

  document.addEventListener('pointerdown', touched, {capture: true, passive: true});
  document.addEventListener('keydown', touched, {capture: true, passive: true});
  check();
})();
