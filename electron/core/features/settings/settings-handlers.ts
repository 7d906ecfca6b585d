import type { HandlersOf, HomeContext } from '#core/context.ts';
import { readSettings, writeSetting } from '#core/home/settings.ts';
import { Digits, Language } from '#shared/contract/session.ts';
import { ok } from '#shared/lib/result.ts';

const tell = (context: HomeContext): void => {
  context.refresh(['settings', 'session']);
  context.services.emit({ type: 'settings', ...readSettings(context.home.store.raw) });
};

export const settingsHandlers: HandlersOf<'settings'> = {
  'settings.get': async ({ home }) => {
    const { language, digits, idleMinutes } = readSettings(home.store.raw);
    return ok({
      language: Language.catch('ar-IQ').parse(language),
      digits: Digits.catch('latin').parse(digits),
      idleMinutes,
    });
  },
  'settings.setLanguage': async (context, { language, digits }) => {
    writeSetting(context.home.store.raw, 'language', language);
    writeSetting(context.home.store.raw, 'digits', digits);
    tell(context);
    return ok({});
  },
  'settings.setIdle': async (context, { idleMinutes }) => {
    writeSetting(context.home.store.raw, 'idleMinutes', String(idleMinutes));
    tell(context);
    return ok({});
  },
};
