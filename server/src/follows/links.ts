import { memberId } from '@ajar/shared';
import { z } from 'zod';
import { signedLinks } from '../links/index.ts';

/** A link in a mail ends all mail about doors for one person, and does nothing else. */
export const { sign: signLink, read: readLink } = signedLinks('follows', z.object({ member: memberId }));
