import { askedLanguage, type Refusals, sayingIn, type WireError } from '@ajar/shared';
import { ofDoors } from './of-doors.ts';
import { ofMeeting } from './of-meeting.ts';
import { ofTheHouse } from './of-the-house.ts';

/** Everything this server refuses, in the words people read. A test holds it against the code. */
export const refusals: Refusals = { ...ofDoors, ...ofMeeting, ...ofTheHouse };

const say = sayingIn(refusals);

/** An error in the language of the browser that asked. */
export function refusalFor(error: WireError, asking: Parameters<typeof askedLanguage>[0]): WireError {
  return say(error, askedLanguage(asking));
}
