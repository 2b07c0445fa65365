/** The days of a week as an RRULE writes them, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** How often a round takes place, as the form asks it. `own`: by a rule the form has no words for. */
export type Rhythm =
  | { every: 'weekly' | 'fortnightly'; weekday: Weekday }
  | { every: 'monthly'; weekday: Weekday; nth: string }
  | { every: 'own'; rule: string };

/** The rule of a rhythm (RFC 5545, section 3.3.10). */
export function ruleOf(rhythm: Rhythm): string {
  switch (rhythm.every) {
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${rhythm.weekday}`;
    case 'fortnightly':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${rhythm.weekday}`;
    case 'monthly':
      return `FREQ=MONTHLY;BYDAY=${rhythm.nth}${rhythm.weekday}`;
    case 'own':
      return rhythm.rule;
  }
}

/** The rhythm of a rule: what `ruleOf` makes comes back as it was. */
export function rhythmOf(rule: string): Rhythm {
  const [, interval, weekly] = /^FREQ=WEEKLY(;INTERVAL=2)?;BYDAY=([A-Z]{2})$/.exec(rule) ?? [];
  if (isWeekday(weekly)) return { every: interval ? 'fortnightly' : 'weekly', weekday: weekly };
  const [, nth, monthly] = /^FREQ=MONTHLY;BYDAY=(-1|[1-4])([A-Z]{2})$/.exec(rule) ?? [];
  if (isWeekday(monthly) && nth) return { every: 'monthly', weekday: monthly, nth };
  return { every: 'own', rule };
}

function isWeekday(day: string | undefined): day is Weekday {
  return weekdays.some((known) => known === day);
}
