import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { QuietPage } from '../design/index.ts';
import { usePageTitle } from '../live/index.ts';

export function NotFound() {
  const { t } = useTranslation('app');
  usePageTitle(t('notFound.title'));
  return (
    <QuietPage look="closed" colour="ochre" title={t('notFound.title')}>
      <p>{t('notFound.words')}</p>
      <Link className="button" data-variant="primary" href="/">
        {t('notFound.go')}
      </Link>
    </QuietPage>
  );
}
