// Passkeys: asks the browser to make or to use one. The parts of the page that need it are shown only where it can.
(function () {
  'use strict';
  if (!window.PublicKeyCredential) {
    return;
  }
  const csrf = document.querySelector('meta[name=_csrf]');

  function bytes(text) {
    const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(plain, letter => letter.charCodeAt(0));
  }

  function text(buffer) {
    return btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }

  function post(path, body) {
    const headers = {'Content-Type': 'application/json', Accept: 'application/json'};
    headers[csrf.dataset.header] = csrf.content;
    return fetch(path, {method: 'POST', headers: headers, body: body}).then(function (answer) {
      if (!answer.ok) {
        throw new Error('refused');
      }
      return answer.json();
    });
  }

  function descriptors(list) {
    return (list || []).map(one => Object.assign({}, one, {id: bytes(one.id)}));
  }

  function register(part) {
    const label = part.querySelector('input').value.trim();
    return post(part.dataset.cwOptions, '{}').then(options => navigator.credentials.create({
      publicKey: Object.assign({}, options, {
        challenge: bytes(options.challenge),
        user: Object.assign({}, options.user, {id: bytes(options.user.id)}),
        excludeCredentials: descriptors(options.excludeCredentials)
      })
    })).then(made => post(part.dataset.cwAnswer + '?label=' + encodeURIComponent(label), JSON.stringify({
      id: made.id,
      rawId: text(made.rawId),
      type: made.type,
      authenticatorAttachment: made.authenticatorAttachment,
      clientExtensionResults: made.getClientExtensionResults(),
      response: {
        attestationObject: text(made.response.attestationObject),
        clientDataJSON: text(made.response.clientDataJSON),
        transports: made.response.getTransports ? made.response.getTransports() : []
      }
    })));
  }

  function use(part) {
    return post(part.dataset.cwOptions, '{}').then(options => navigator.credentials.get({
      publicKey: Object.assign({}, options, {
        challenge: bytes(options.challenge),
        allowCredentials: descriptors(options.allowCredentials)
      })
    })).then(used => post(part.dataset.cwAnswer, JSON.stringify({
      id: used.id,
      rawId: text(used.rawId),
      type: used.type,
      authenticatorAttachment: used.authenticatorAttachment,
      clientExtensionResults: used.getClientExtensionResults(),
      response: {
        authenticatorData: text(used.response.authenticatorData),
        clientDataJSON: text(used.response.clientDataJSON),
        signature: text(used.response.signature),
        userHandle: used.response.userHandle ? text(used.response.userHandle) : null
      }
    })));
  }

  document.querySelectorAll('[data-cw-passkey]').forEach(function (part) {
    const ceremony = part.dataset.cwPasskey === 'register' ? register : use;
    const refusal = part.querySelector('[data-cw-refusal]');
    part.hidden = false;
    part.querySelector('form').addEventListener('submit', function (event) {
      event.preventDefault();
      refusal.hidden = true;
      ceremony(part).then(done => location.assign(done.next)).catch(function () {
        refusal.hidden = false;
      });
    });
  });
})();
