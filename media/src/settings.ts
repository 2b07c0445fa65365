import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import {
  AjarError,
  type CameraCodec,
  cameraCodecs,
  shortestTurnSecret,
  turnAddress,
  turnContradictions,
  turnUrlsIn,
  turnUrlsWording,
} from '@ajar/shared';
import { z } from 'zod';
import type { TurnOptions } from './turn.ts';

/** What a lone media node is told from outside. */
export interface Settings {
  /** Address and TCP port of its signalling. Port 0: any free one. */
  host: string;
  port: number;
  /** Origin at which browsers reach that signalling; undefined: where it listens. */
  url: string | undefined;
  /** Origin of the hub. */
  hubUrl: string;
  /** Origins of the pages that may open a media socket. */
  appOrigins: string[];
  /** Secret shared with the hub. */
  secret: Uint8Array;
  /**
   * IP address the workers listen on (undefined: for browsers on this machine), what browsers are told instead, and the
   * first worker's port (0: any).
   */
  listenIp: string | undefined;
  announcedAddress: string | undefined;
  firstPort: number;
  workers: number;
  cameraCodec: CameraCodec;
  /** The TURN server that people may go through. */
  turn: TurnOptions | undefined;
  logLevel: string;
}

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `must be a whole number from ${least} to ${most}`,
    )
    .transform(Number);

const origin = () =>
  z.string().transform((text, context) => {
    const url = URL.parse(text);
    if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search) return url.origin;
    context.addIssue('must be an address such as https://ajar.example.org');
    return z.NEVER;
  });

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3_100),
  AJAR_MEDIA_URL: origin().optional(),
  AJAR_HUB_URL: origin(),
  AJAR_PUBLIC_URL: origin().optional(),
  AJAR_MEDIA_SECRET: z.string().min(32, 'must be at least 32 characters long'),
  AJAR_MEDIA_LISTEN: z
    .string()
    .refine((text) => isIP(text) !== 0, 'must be an IP address such as 0.0.0.0')
    .optional(),
  AJAR_MEDIA_ANNOUNCED: z.string().optional(),
  AJAR_MEDIA_PORT: wholeNumber(0, 65_535).default(0),
  AJAR_MEDIA_WORKERS: wholeNumber(1, 256).default(availableParallelism()),
  AJAR_CAMERA_CODEC: z.enum(cameraCodecs, `must be ${cameraCodecs.join(' or ')}`).default('vp8'),
  AJAR_TURN_URLS: z
    .string()
    .transform(turnUrlsIn)
    .refine((urls) => urls.every((url) => turnAddress(url) !== null), turnUrlsWording)
    .optional(),
  AJAR_TURN_SECRET: z
    .string()
    .min(shortestTurnSecret, `must be at least ${shortestTurnSecret} characters long`)
    .optional(),
  AJAR_LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

/**
 * Reads the settings of a lone media node. An empty variable counts as absent.
 * @throws AjarError `bad-settings` (set-up) with one line for each bad variable. Values are not repeated: one is a secret.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const parsed = environment.safeParse(given);
  const contradictions = turnContradictions(given);
  if (!parsed.success || contradictions.length > 0) {
    const lines = (parsed.error?.issues ?? []).map(({ path, message }) => {
      const name = String(path[0]);
      return `${name}: ${name in given ? message : 'must be set for a media node'}`;
    });
    throw new AjarError('set-up', 'bad-settings', [...lines, ...contradictions].join('\n'));
  }
  const { data } = parsed;
  return {
    host: data.HOST,
    port: data.PORT,
    url: data.AJAR_MEDIA_URL,
    hubUrl: data.AJAR_HUB_URL,
    appOrigins: [data.AJAR_PUBLIC_URL ?? data.AJAR_HUB_URL],
    secret: new TextEncoder().encode(data.AJAR_MEDIA_SECRET),
    listenIp: data.AJAR_MEDIA_LISTEN,
    announcedAddress: data.AJAR_MEDIA_ANNOUNCED,
    firstPort: data.AJAR_MEDIA_PORT,
    workers: data.AJAR_MEDIA_WORKERS,
    cameraCodec: data.AJAR_CAMERA_CODEC,
    turn: turnOf(data),
    logLevel: data.AJAR_LOG_LEVEL,
  };
}

function turnOf({
  AJAR_TURN_URLS: urls,
  AJAR_TURN_SECRET: secret,
}: z.infer<typeof environment>): TurnOptions | undefined {
  return urls && secret ? { urls, secret } : undefined;
}
