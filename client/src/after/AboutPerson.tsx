import './safety-en.ts';
import type { PersonSeen } from '@ajar/shared';
import { lazy, Suspense } from 'react';
import { i18n } from '../words/index.ts';
import { reportOrBlock, useSubject } from './subject.ts';

const load = () => import('./ReportOrBlock.tsx');
const ReportOrBlock = lazy(() => load().then((module) => ({ default: module.ReportOrBlock })));

/** Fetches the dialog ahead of need, so that it opens where a network has just faltered. */
export const preloadReportOrBlock = (): void => void load().catch(() => undefined);

/** Where the dialog opens; once in the whole app. */
export function ReportOrBlockHere() {
  const subject = useSubject((state) => state.subject);
  return (
    subject && (
      <Suspense>
        <ReportOrBlock subject={subject} />
      </Suspense>
    )
  );
}

/** Somebody who is named on a plate; `memberId` is null where the plate is not a person’s. */
type Named = Pick<PersonSeen, 'name'> & { memberId: PersonSeen['memberId'] | null };

/** The small press beside a name that opens it. */
export function AboutPerson({ person: { memberId, name } }: { person: Named }) {
  if (memberId === null) return null;
  // Hundreds of these may be drawn at once: the language stays while a page does, so none of them listens for another.
  const words = i18n.t('safety:about', { name });
  return (
    <button
      type="button"
      className="about-person"
      aria-label={words}
      title={words}
      onClick={() => reportOrBlock({ people: [{ memberId, name }] })}
    />
  );
}
