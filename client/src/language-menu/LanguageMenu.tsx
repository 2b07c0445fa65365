import './en.ts';
import { type PageLanguage, pageLanguages } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { rememberLanguage } from './remember.ts';

/** Each in its own words, so that it is found by whoever reads nothing else. */
const ownNames: Readonly<Record<PageLanguage, string>> = { en: 'English', fr: 'Français', es: 'Español' };

/** Those that are offered, and before them the page's own if it is one on trial: a form must not change it unasked. */
const offered = (own: string): readonly (readonly [code: string, name: string])[] => [
  ...(own in ownNames ? [] : [[own, new Intl.DisplayNames(own, { type: 'language' }).of(own) ?? own] as const]),
  ...Object.entries(ownNames),
];

/** Chooses the language of this browser, where nobody is signed in. */
export function LanguagePresses() {
  const { t, i18n } = useTranslation('language');
  const choose = (language: PageLanguage) => {
    rememberLanguage(language);
    window.location.reload();
  };
  return (
    <nav aria-label={t('label')} className="language-presses">
      {pageLanguages.map((language) => (
        <Button
          key={language}
          variant="quiet"
          {...(language === i18n.language ? { 'aria-current': 'true' as const } : {})}
          onPress={() => choose(language)}
        >
          <span lang={language}>{ownNames[language]}</span>
        </Button>
      ))}
    </nav>
  );
}

/** The same as a field of a form, by the name `language`. */
export function LanguageField() {
  const { t, i18n } = useTranslation('language');
  return (
    <div className="field">
      <label htmlFor="plate-language">{t('label')}</label>
      <select id="plate-language" name="language" defaultValue={i18n.language}>
        {offered(i18n.language).map(([language, name]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
