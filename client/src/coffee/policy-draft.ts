import type { PolicyChange, PolicySeen } from '@ajar/shared';

/** The policy as its form holds it: numbers are text until it is saved. */
export interface PolicyDraft {
  preset: string;
  /** Every weight by name. */
  weights: Readonly<Record<string, string>>;
  window: string;
  supervisorsMay: boolean;
  /** Passing by, in hundredths of the best possible score. */
  bar: string;
}

/** A preset's own points by name. */
export function pointsOf({ presets }: PolicySeen, preset: string): Readonly<Record<string, number>> {
  return presets.find(({ name }) => name === preset)?.points ?? {};
}

export function draftOf(seen: PolicySeen): PolicyDraft {
  const { preset, weights, repeatWindowDays, supervisorsMay, passingBar } = seen.policy;
  return {
    preset,
    weights: texts({ ...pointsOf(seen, preset), ...weights }),
    window: String(repeatWindowDays),
    supervisorsMay,
    bar: String(Math.round(passingBar * 100)),
  };
}

/** Another preset brings its own weights: those that were changed were changed for the one before. */
export function withPreset(draft: PolicyDraft, seen: PolicySeen, preset: string): PolicyDraft {
  return { ...draft, preset, weights: texts(pointsOf(seen, preset)) };
}

/** What is sent: of the weights, those that are not the preset's own. */
export function changeOf(draft: PolicyDraft, seen: PolicySeen): PolicyChange {
  const own = pointsOf(seen, draft.preset);
  const changed = Object.entries(draft.weights).filter(([name, text]) => Number(text) !== own[name]);
  return {
    version: seen.version,
    preset: draft.preset,
    weights: Object.fromEntries(changed.map(([name, text]) => [name, Number(text)])),
    repeatWindowDays: Number(draft.window),
    supervisorsMay: draft.supervisorsMay,
    passingBar: Number(draft.bar) / 100,
  };
}

/** Whether saving would change anything. */
export function isChanged(draft: PolicyDraft, seen: PolicySeen): boolean {
  return JSON.stringify(changeOf(draft, seen)) !== JSON.stringify(changeOf(draftOf(seen), seen));
}

function texts(points: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(points).map(([name, value]) => [name, String(value)]));
}
