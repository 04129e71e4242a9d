// Settings of Welcome; they replace the ones in Camunda's own archive.
import '../../../../assets/engine.js';

export default {
  app: { name: 'Welcome', vendor: 'Carewright' },
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' },
  csrfCookieName: 'CAMUNDA-XSRF-TOKEN',
  disableWelcomeMessage: true
};
