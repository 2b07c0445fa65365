import type { MediaSource } from '@ajar/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BySource, plan, type Sent, type Step, type Wanted } from './plan.ts';

const sources: readonly MediaSource[] = ['microphone', 'camera', 'screen', 'screen-audio'];
const track = fc.constantFrom('a', 'b', 'c');

function perSource<T>(value: fc.Arbitrary<T>): fc.Arbitrary<BySource<T>> {
  return fc
    .tuple(...sources.map(() => fc.option(value, { nil: undefined })))
    .map((values) => Object.fromEntries(sources.flatMap((source, at) => (values[at] ? [[source, values[at]]] : []))));
}

const wantedNow = perSource<Wanted<string>>(fc.record({ track, paused: fc.boolean() }));
const sentNow = perSource<Sent<string>>(fc.record({ track, paused: fc.boolean(), refused: fc.boolean() }));

/** What is sent after these steps have gone well. */
function after(sent: BySource<Sent<string>>, steps: readonly Step<string>[]): BySource<Sent<string>> {
  const now = new Map(Object.entries(sent));
  for (const step of steps) {
    const slot = now.get(step.source);
    if (step.do === 'close') now.delete(step.source);
    if (step.do === 'produce') now.set(step.source, { track: step.track, paused: step.paused, refused: false });
    if (step.do === 'replace' && slot) now.set(step.source, { ...slot, track: step.track });
    if (step.do === 'set-paused' && slot) now.set(step.source, { ...slot, paused: step.paused });
  }
  return Object.fromEntries(now);
}

describe('plan', () => {
  it('reaches what is wanted, and then has nothing left to do', () => {
    fc.assert(
      fc.property(wantedNow, sentNow, (wanted, sent) => {
        let now = sent;
        // A refused track that is no longer wanted is closed first and produced anew in a second round.
        for (let round = 0; round < 2; round += 1) now = after(now, plan(wanted, now));
        expect(plan(wanted, now)).toEqual([]);
        for (const source of sources) {
          if (now[source]?.refused) continue;
          expect(now[source]?.track).toBe(wanted[source]?.track);
          expect(now[source]?.paused).toBe(wanted[source]?.paused);
        }
      }),
    );
  });

  it('never lets a muted source be heard on the way, not even after a rejoin', () => {
    fc.assert(
      fc.property(wantedNow, sentNow, (wanted, sent) => {
        for (const source of sources) {
          if (!wanted[source]?.paused) continue;
          const steps = plan(wanted, sent).filter((step) => step.source === source);
          const before = sent[source];
          let silent = !before || before.refused || before.paused;
          for (const step of steps) {
            if (step.do === 'produce') expect(step.paused).toBe(true);
            if (step.do === 'set-paused') {
              expect(step.paused).toBe(true);
              silent = true;
            }
            if (step.do === 'replace') expect(silent).toBe(true);
          }
        }
      }),
    );
  });

  it('puts the voice before the picture', () => {
    const wanted = { camera: { track: 'a', paused: false }, microphone: { track: 'b', paused: false } };
    expect(plan(wanted, {}).map(({ source }) => source)).toEqual(['microphone', 'camera']);
  });

  it('leaves a refused track alone until another one is wanted', () => {
    const refused = { screen: { track: 'a', paused: false, refused: true } };
    expect(plan({ screen: { track: 'a', paused: false } }, refused)).toEqual([]);
    expect(plan({ screen: { track: 'b', paused: false } }, refused)).toEqual([{ do: 'close', source: 'screen' }]);
  });

  it('sends a screen as what it shows, from the beginning and from when that changes', () => {
    const wanted = { screen: { track: 'a', paused: false, shows: 'motion' } } as const;
    expect(plan(wanted, {})).toEqual([{ do: 'produce', source: 'screen', track: 'a', paused: false, shows: 'motion' }]);
    const sent = { screen: { track: 'a', paused: false, refused: false, shows: 'text' } } as const;
    expect(plan(wanted, sent)).toEqual([{ do: 'show', source: 'screen', shows: 'motion' }]);
    expect(plan(wanted, { screen: { ...sent.screen, shows: 'motion' } })).toEqual([]);
  });
});
