// Sends a file of patients as it is, so that its size doesn't matter, and shows how far it is.
(function () {
  'use strict';
  const form = document.querySelector('[data-cw-import]');
  if (!form) {
    return;
  }
  form.addEventListener('submit', function (event) {
    const file = form.elements.file.files[0];
    if (!file) {
      return;
    }
    event.preventDefault();
    const error = form.querySelector('[data-cw-import-error]');
    const progress = form.querySelector('[data-cw-import-progress]');
    const button = form.querySelector('button');
    const token = document.querySelector('meta[name=_csrf]');
    const request = new XMLHttpRequest();
    error.hidden = true;
    progress.hidden = false;
    button.disabled = true;
    request.open('POST', form.action);
    request.setRequestHeader('Content-Type', 'text/csv');
    request.setRequestHeader(token.dataset.header, token.content);
    request.setRequestHeader('X-Import-Encoding', form.elements.encoding.value);
    request.setRequestHeader('X-Import-Dates', form.elements.dates.value);
    request.upload.addEventListener('progress', function (sent) {
      if (sent.lengthComputable) {
        progress.querySelector('progress').value = 100 * sent.loaded / sent.total;
      }
    });
    request.addEventListener('loadend', function () {
      const page = request.getResponseHeader('Location');
      if (request.status === 201 && page) {
        location.assign(page);
        return;
      }
      progress.hidden = true;
      button.disabled = false;
      const plain = (request.getResponseHeader('Content-Type') || '').startsWith('text/plain');
      error.textContent = plain && request.responseText ? request.responseText : form.dataset.cwImportFailed;
      error.hidden = false;
    });
    request.send(file);
  });
})();
