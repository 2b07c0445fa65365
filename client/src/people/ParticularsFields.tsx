import { careerStage, type OwnParticulars } from '@ajar/shared';
import type { useTranslation } from 'react-i18next';
import { TextField } from './TextField.tsx';

interface ParticularsFieldsProps {
  said: OwnParticulars;
  t: ReturnType<typeof useTranslation<'people'>>['t'];
}

const lists = ['offers', 'wants', 'interests', 'languages'] as const;
const places = ['division', 'site', 'profession'] as const;

/** What chance meetings go by. All of it may stay empty; none of it stands at the door. */
export function ParticularsFields({ said: { particulars, likeness }, t }: ParticularsFieldsProps) {
  return (
    <details className="particulars">
      <summary>{t('chance.title')}</summary>
      <p>{t('chance.under')}</p>
      {lists.map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(`chance.${name}`)}
          hint={t(`chance.${name}Hint`)}
          value={particulars[name].join(', ')}
          most={600}
        />
      ))}
      {places.map((name) => (
        <TextField key={name} name={name} label={t(`chance.${name}`)} value={particulars[name]} most={80} />
      ))}
      <div className="field">
        <label htmlFor="plate-stage">{t('chance.stage')}</label>
        <select id="plate-stage" name="stage" defaultValue={particulars.stage ?? ''}>
          <option value="">{t('chance.stages.unsaid')}</option>
          {careerStage.options.map((stage) => (
            <option key={stage} value={stage}>
              {t(`chance.stages.${stage}`)}
            </option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend>{t('chance.likeness')}</legend>
        <p>{t('chance.likenessUnder')}</p>
        <TextField
          name="likenessAttribute"
          label={t('chance.likenessAttribute')}
          value={likeness?.attribute ?? ''}
          most={60}
        />
        <TextField name="likenessValue" label={t('chance.likenessValue')} value={likeness?.value ?? ''} most={60} />
        <label className="tick">
          <input type="checkbox" name="likenessWanted" defaultChecked={likeness?.wanted ?? false} />
          {t('chance.likenessWanted')}
        </label>
      </fieldset>
    </details>
  );
}
