// What Tasklist, Cockpit and Admin do differently here. Loaded by their config.js, before the apps start.

// Tasklist's "Save" would put what was typed, in clear, into the browser's storage, on desks that people share.
const KEYS_OF_FORMS = /^(camunda-form:|camForm:)/;
const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (!KEYS_OF_FORMS.test(key)) {
    setItem.call(this, key, value);
  }
};
Object.keys(localStorage).filter(key => KEYS_OF_FORMS.test(key)).forEach(key => localStorage.removeItem(key));

// People sign in on our page only; who is signed out here is signed out everywhere.
const SIGN_IN = new URL('../desk/sign-in', import.meta.url).href;
function leaveSignInForm() {
  if (/^#\/(login|logout)/.test(location.hash)) {
    location.replace(SIGN_IN);
  }
}
addEventListener('hashchange', leaveSignInForm);
leaveSignInForm();

// The way back to the desk, beside the product's name.
if (document.querySelector('base[app-name=tasklist]')) {
  const observer = new MutationObserver(() => {
    const brand = document.querySelector('[cam-widget-header] .app-banner');
    if (brand && !document.querySelector('.cw-to-desk')) {
      const link = document.createElement('a');
      link.className = 'cw-to-desk';
      link.href = new URL('../desk', import.meta.url).href;
      link.textContent = '← Desk';
      brand.after(link);
    }
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

// The warning before the session ends. What these pages ask by themselves doesn't make it last longer.
document.documentElement.dataset.cwSession = new URL('../desk/session', import.meta.url).pathname;
import('./session.js');
