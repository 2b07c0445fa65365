import '../en.ts';
import '../call.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Button } from '../../design/index.ts';
import { admissionFor, freshAdmission, usePageTitle } from '../../live/index.ts';
import { CallFlow } from '../call-flow.ts';
import { machineStorage } from '../storage.ts';
import { Mirror } from './Preview.tsx';

/** The room before anybody is there: how one looks and sounds, and how it will be. Nobody is told. */
export function EmptyRoom() {
  const { t } = useTranslation('call');
  const [, navigate] = useLocation();
  const [flow, setFlow] = useState<CallFlow | null>(null);
  usePageTitle(t('empty.title'));
  useEffect(() => {
    const made = new CallFlow({ admissionFor, freshAdmission, storage: machineStorage() });
    made.local.show();
    setFlow(made);
    return () => void made.close();
  }, []);
  if (!flow) return null;
  const keep = () => {
    flow.keepChoice();
    navigate('/');
  };
  return (
    <Mirror flow={flow} title={t('empty.title')} hint={t('empty.hint')}>
      <p>{t('empty.how')}</p>
      <Button variant="primary" className="call-join" onPress={keep}>
        {t('empty.keep')}
      </Button>
      <Link href="/">{t('press.corridor')}</Link>
    </Mirror>
  );
}
