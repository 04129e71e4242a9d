// Settings of Tasklist; they replace the ones in Camunda's own archive.
import '../../../../assets/engine.js';

export default {
  app: { name: 'Tasklist', vendor: 'Carewright' },
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' },
  csrfCookieName: 'CAMUNDA-XSRF-TOKEN',
  disableWelcomeMessage: true,
  dateFormat: { normal: 'LLL', long: 'LLLL' },
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'goes to the first filter' },
    focusList: { key: 'ctrl+alt+l', description: 'goes to the first task' },
    focusForm: { key: 'ctrl+alt+f', description: 'goes to the first field of the form' }
  }
};
