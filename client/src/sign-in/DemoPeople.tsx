import type { SignInOptions } from '@ajar/shared';
import { useTranslation } from 'react-i18next';
import { useDemoSignIn } from '../api/index.ts';
import { Button } from '../design/index.ts';
import { arrive } from './session.ts';

/** The people of the demo programme, each a press away. */
export function DemoPeople({ people, to }: { people: SignInOptions['demo']; to: string }) {
  const { t } = useTranslation('sign-in');
  const { mutate, isPending, variables } = useDemoSignIn(() => arrive(to));
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demoTitle')}</h2>
      <p>{t('demoUnder')}</p>
      <ul>
        {people.map(({ email, name, line }) => (
          <li key={email} className="demo-person">
            <Button
              className="demo-press"
              aria-describedby={`demo-${email}`}
              isPending={isPending && variables === email}
              onPress={() => mutate(email)}
            >
              {t('continueAs', { name })}
            </Button>
            <p id={`demo-${email}`}>{line}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
