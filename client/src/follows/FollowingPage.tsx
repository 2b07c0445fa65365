import './en.ts';
import './press-en.ts';
import './follows.css';
import type { Followed, FollowWays } from '@ajar/shared';
import { Suspense, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/index.ts';
import { usePageTitle } from '../live/index.ts';
import { tell } from '../notices/index.ts';
import { Failed, Page } from '../page/index.ts';
import { PushItem } from '../push/index.ts';
import { i18n } from '../words/index.ts';
import { useFollow, useFollows, useSetWays, useUnfollow } from './queries.ts';

/** The doors one follows, and how one is told: seen by oneself alone. */
export function FollowingPage() {
  const { t } = useTranslation('follows');
  usePageTitle(t('title'));
  const { data, error, refetch } = useFollows();
  return (
    <Page title={t('title')} back={{ href: '/', words: t('back') }}>
      <p>{t('under')}</p>
      <Failed error={error} again={refetch} />
      {data && <FollowedDoors doors={data.doors} />}
      {data && <Ways ways={data.ways} />}
    </Page>
  );
}

/** What was let go stays on the page with its undo, until one leaves it. */
function FollowedDoors({ doors }: { doors: readonly Followed[] }) {
  const { t } = useTranslation('follows');
  const id = useId();
  const seen = useRef(new Map<string, Followed>());
  for (const door of doors) seen.current.set(door.doorId, door);
  const kept = new Map(doors.map((door) => [door.doorId as string, door]));
  const rows = [...seen.current.values()].toSorted((a, b) => a.name.localeCompare(b.name, i18n.language));
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('doors')}</h2>
      {rows.length === 0 && <p>{t('none')}</p>}
      <ul className="following">
        {rows.map((door) => (
          <FollowedDoor key={door.doorId} door={kept.get(door.doorId) ?? door} gone={!kept.has(door.doorId)} />
        ))}
      </ul>
    </section>
  );
}

function FollowedDoor({ door, gone }: { door: Followed; gone: boolean }) {
  const { t } = useTranslation('follows');
  const { t: tPress } = useTranslation('follow');
  const follow = useFollow(door.doorId);
  const stop = useUnfollow(door.doorId);
  const { name, always } = door;
  if (gone) {
    return (
      <li>
        <p role="status">{t('stopped', { name })}</p>
        <Button isPending={follow.isPending} onPress={() => follow.mutate(always)}>
          {t('undo')}
        </Button>
      </li>
    );
  }
  return (
    <li>
      <h3>{name}</h3>
      <label className="tick">
        <input
          type="checkbox"
          checked={always}
          disabled={follow.isPending}
          onChange={(event) => follow.mutate(event.target.checked)}
        />
        {tPress('everyTime')}
      </label>
      <Button aria-label={t('stopOf', { name })} isPending={stop.isPending} onPress={() => stop.mutate()}>
        {tPress('stop')}
      </Button>
    </li>
  );
}

function Ways({ ways }: { ways: FollowWays }) {
  const { t } = useTranslation('follows');
  const id = useId();
  const set = useSetWays();
  const tick = (way: 'push' | 'mail') => (
    <label className="tick">
      <input
        type="checkbox"
        checked={ways[way]}
        disabled={set.isPending}
        onChange={(event) => set.mutate({ ...ways, [way]: event.target.checked })}
      />
      {t(way)}
    </label>
  );
  return (
    <>
      <section aria-labelledby={`${id}-ways`}>
        <h2 id={`${id}-ways`}>{t('ways')}</h2>
        {tick('push')}
        {ways.push && (
          <div className="following-push">
            <p>{t('pushUnder')}</p>
            <Suspense>
              <PushItem />
            </Suspense>
          </div>
        )}
        {tick('mail')}
      </section>
      <Quiet ways={ways} />
    </>
  );
}

const night = { from: '20:00', to: '07:00' };

function Quiet({ ways }: { ways: FollowWays }) {
  const { t } = useTranslation('follows');
  const id = useId();
  const set = useSetWays();
  const [times, setTimes] = useState({ from: ways.quiet?.from ?? night.from, to: ways.quiet?.to ?? night.to });
  const timeZone = ways.quiet?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const save = (quiet: FollowWays['quiet']) =>
    set.mutate({ ...ways, quiet }, { onSuccess: () => tell('info', t('saved')) });
  const field = (which: 'from' | 'to') => (
    <div className="field">
      <label htmlFor={`${id}-${which}`}>{t(which)}</label>
      <input
        id={`${id}-${which}`}
        type="time"
        required
        value={times[which]}
        onChange={({ target }) => setTimes({ ...times, [which]: target.value })}
      />
    </div>
  );
  return (
    <section aria-labelledby={`${id}-quiet`}>
      <h2 id={`${id}-quiet`}>{t('quiet')}</h2>
      <p>{t('quietUnder')}</p>
      <label className="tick">
        <input
          type="checkbox"
          checked={ways.quiet !== null}
          disabled={set.isPending}
          onChange={(event) => save(event.target.checked ? { ...times, timeZone } : null)}
        />
        {t('quiet')}
      </label>
      {ways.quiet && (
        <form
          className="following-quiet"
          onSubmit={(event) => {
            event.preventDefault();
            save({ ...times, timeZone });
          }}
        >
          {field('from')}
          {field('to')}
          <Button type="submit" isPending={set.isPending}>
            {t('save')}
          </Button>
          <p>{t('zone', { zone: timeZone.replaceAll('_', ' ') })}</p>
        </form>
      )}
    </section>
  );
}
