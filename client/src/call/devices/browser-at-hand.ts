type Browser = 'chrome' | 'edge' | 'firefox' | 'safari' | 'other';

/** `ios`: whatever it calls itself, it is Safari below, and iOS asks. */
type Machine = 'desktop' | 'android' | 'ios';

/** Safari is at home on Apple's machines only. */
export type AtHand =
  | { browser: Exclude<Browser, 'safari'>; machine: Machine }
  | { browser: 'safari'; machine: 'desktop' | 'ios' };

/**
 * Which browser this is, for saying where it keeps its permissions: nothing else depends on it. From what browsers call
 * themselves, the more particular names first: Edge calls itself Chrome too, and Chrome Safari.
 * @param touchPoints iPads call themselves Macs, which have no touch screen.
 */
export function browserAtHand(userAgent: string, touchPoints: number): AtHand {
  const [browser, machine] = [browserOf(userAgent), machineOf(userAgent, touchPoints)];
  if (browser !== 'safari') return { browser, machine };
  return machine === 'android' ? { browser: 'other', machine } : { browser, machine };
}

function machineOf(userAgent: string, touchPoints: number): Machine {
  if (/iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && touchPoints > 1)) return 'ios';
  return userAgent.includes('Android') ? 'android' : 'desktop';
}

function browserOf(userAgent: string): Browser {
  if (/\bEdg(e|A|iOS)?\//.test(userAgent)) return 'edge';
  if (/\b(OPR|Opera|SamsungBrowser|Vivaldi|YaBrowser)\//.test(userAgent)) return 'other';
  if (/\b(Firefox|FxiOS)\//.test(userAgent)) return 'firefox';
  if (/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//.test(userAgent)) return 'chrome';
  return /\bSafari\//.test(userAgent) ? 'safari' : 'other';
}
