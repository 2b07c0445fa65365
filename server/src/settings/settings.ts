import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { AjarError, type CameraCodec, cameraCodecs, shortestTurnSecret, turnContradictions } from '@ajar/shared';
import envPaths from 'env-paths';
import { z } from 'zod';
import { logLevels } from '../log/index.ts';
import { ipAddress, isLoopback, origin, serviceUrl, turnUrls, wholeNumber } from './shapes.ts';

/** Single sign-on at the organisation's own provider (OpenID Connect). */
export type OidcSettings = {
  /** The provider's issuer URL; its `/.well-known/openid-configuration` is read from there. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the sign-in button calls it. Default: `your organisation`. */
  name: string;
};

export type MediaSettings = {
  /** IP address the media workers listen on. Default: those that browsers on this machine need. */
  listen: string | undefined;
  /** Address told to browsers, when it is not the one listened on (NAT, cloud hosts). */
  announced: string | undefined;
  /** First port; each worker takes one more, for UDP and TCP. 0 = any free port, which is the default. */
  port: number;
  /** Number of media workers. Default: one a core. */
  workers: number;
  /** Secret the hub and its media nodes share; generated and kept in the database when absent. */
  secret: string | undefined;
  /** What cameras are sent in where all in a call can decode it. Default: `vp8`. */
  cameraCodec: CameraCodec;
  /** The TURN server that people may go through where a firewall lets nothing else out; undefined = none. */
  turn: { urls: readonly string[]; secret: string } | undefined;
  /** `own`: calls run inside this process. `remote`: only on media nodes that registered. Default: `own`. */
  nodes: 'own' | 'remote';
};

/** Everything the server is told from outside, checked once at start. */
export type Settings = {
  /** TCP port of the web server. 0 = any free port. Default: 3000. */
  port: number;
  /** Address the web server listens on. Default: 127.0.0.1. */
  host: string;
  /** Absolute path of the folder everything is kept in. */
  dataDir: string;
  /** The address people open, without a slash at the end; undefined = derived from host and port, see `publicUrlOf`. */
  publicUrl: string | undefined;
  /** An external Postgres; undefined = the embedded one. */
  databaseUrl: string | undefined;
  /** Redis for queues, rate limits and several hubs; undefined = Postgres and memory. */
  redisUrl: string | undefined;
  /** Mail server; undefined = the local outbox. */
  smtpUrl: string | undefined;
  /** The sender of mail, `Name <address>` or an address alone. */
  mailFrom: string;
  oidc: OidcSettings | undefined;
  media: MediaSettings;
  logLevel: (typeof logLevels)[number];
  /** Whether push messages may go to this machine itself. For tests and development. Default: false. */
  pushLoopback: boolean;
  /** How long a minute of a coffee lasts, in ms. For tests and for showing it to somebody. Default: 60,000. */
  coffeeMinute: number;
  /** The same for a minute at a door: how long a mentor may be gone, and how long those who wait are kept. */
  doorMinute: number;
  /** How long before its hours a mentor is asked whether to open the door, in ms. For tests. Default: 300,000. */
  hoursLead: number;
  /** `--empty`: a new database starts without the demo programme. */
  empty: boolean;
  /** Whether demo people may be seeded and signed in as: embedded database, bound to loopback, not `--empty`. */
  demoAllowed: boolean;
};

export type Outside = {
  /** Environment variables. Default: `process.env`. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Command line flags after the script's name. Default: `process.argv.slice(2)`. */
  argv?: readonly string[];
  /** Whether the process is root, which decides the default data folder. Default: asked of the system. */
  root?: boolean;
};

const environment = z.object({
  PORT: wholeNumber(0, 65_535, 'a whole number from 1 to 65535').default(3000),
  HOST: z.string().default('127.0.0.1'),
  AJAR_DATA_DIR: z.string().optional(),
  AJAR_PUBLIC_URL: origin().optional(),
  DATABASE_URL: serviceUrl(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database').optional(),
  REDIS_URL: serviceUrl(['redis:', 'rediss:'], 'redis://host:6379').optional(),
  SMTP_URL: serviceUrl(['smtp:', 'smtps:'], 'smtp://user:password@host:587').optional(),
  AJAR_MAIL_FROM: z.string().regex(/@/, 'must hold an e-mail address').default('Ajar <ajar@localhost>'),
  AJAR_OIDC_ISSUER: serviceUrl(['https:', 'http:'], 'https://sign-in.example.org').optional(),
  AJAR_OIDC_CLIENT_ID: z.string().optional(),
  AJAR_OIDC_CLIENT_SECRET: z.string().optional(),
  AJAR_OIDC_NAME: z.string().optional(),
  AJAR_MEDIA_LISTEN: ipAddress().optional(),
  AJAR_MEDIA_ANNOUNCED: z.string().optional(),
  AJAR_MEDIA_PORT: wholeNumber(0, 65_535, 'a whole number from 0 to 65535').default(0),
  AJAR_MEDIA_WORKERS: wholeNumber(1, 256, 'a whole number from 1 to 256').default(availableParallelism()),
  AJAR_MEDIA_SECRET: z.string().min(32, 'must be at least 32 characters long').optional(),
  AJAR_CAMERA_CODEC: z.enum(cameraCodecs, `must be ${cameraCodecs.join(' or ')}`).default('vp8'),
  AJAR_TURN_URLS: turnUrls().optional(),
  AJAR_TURN_SECRET: z
    .string()
    .min(shortestTurnSecret, `must be at least ${shortestTurnSecret} characters long`)
    .optional(),
  AJAR_MEDIA_NODES: z.enum(['own', 'remote'], 'must be own or remote').default('own'),
  AJAR_COFFEE_MINUTE: wholeNumber(100, 60_000, 'a whole number of ms from 100 to 60000').default(60_000),
  AJAR_DOOR_MINUTE: wholeNumber(100, 60_000, 'a whole number of ms from 100 to 60000').default(60_000),
  AJAR_HOURS_LEAD: wholeNumber(1_000, 3_600_000, 'a whole number of ms from 1000 to 3600000').default(300_000),
  AJAR_PUSH_LOOPBACK: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  AJAR_LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});
type Environment = z.infer<typeof environment>;
type Given = Partial<Record<keyof Environment, string>>;

/** The name of every variable that is read. */
export const environmentNames: readonly string[] = Object.keys(environment.shape);

const secretVariables = /SECRET|_URLS?$/;

/**
 * Reads and checks the settings. An empty variable counts as absent, as compose files and unit files write them.
 * @throws AjarError `bad-settings` with one line for each bad variable: `PORT: must be …, got "abc"`.
 */
export function readSettings({ env = process.env, argv = process.argv.slice(2), root }: Outside = {}): Settings {
  const given: Given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  const complaints = [
    ...(parsed.error?.issues ?? []).map((issue) => complaint(issue, given)),
    ...contradictions(given),
    ...argv.filter((flag) => flag !== '--empty').map((flag) => `${flag}: no such option; there is only --empty`),
  ];
  if (!parsed.success || complaints.length > 0) {
    throw new AjarError('set-up', 'bad-settings', complaints.join('\n'));
  }
  return arrange(parsed.data, argv.includes('--empty'), root ?? process.getuid?.() === 0);
}

/** The address people open: the one given, or else where the web server listens. */
export function publicUrlOf(settings: Settings, listeningPort: number): string {
  if (settings.publicUrl !== undefined) return settings.publicUrl;
  // Passkeys and secure contexts need the name localhost rather than its number.
  const host = isLoopback(settings.host) || /^(0\.0\.0\.0|::)$/.test(settings.host) ? 'localhost' : settings.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${listeningPort}`;
}

function arrange(env: Environment, empty: boolean, root: boolean): Settings {
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.AJAR_DATA_DIR ?? (root ? '/var/lib/ajar' : envPaths('ajar', { suffix: '' }).data)),
    publicUrl: env.AJAR_PUBLIC_URL,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.AJAR_MAIL_FROM,
    oidc: oidcOf(env),
    media: {
      listen: env.AJAR_MEDIA_LISTEN,
      announced: env.AJAR_MEDIA_ANNOUNCED,
      port: env.AJAR_MEDIA_PORT,
      workers: env.AJAR_MEDIA_WORKERS,
      secret: env.AJAR_MEDIA_SECRET,
      cameraCodec: env.AJAR_CAMERA_CODEC,
      turn:
        env.AJAR_TURN_URLS && env.AJAR_TURN_SECRET
          ? { urls: env.AJAR_TURN_URLS, secret: env.AJAR_TURN_SECRET }
          : undefined,
      nodes: env.AJAR_MEDIA_NODES,
    },
    logLevel: env.AJAR_LOG_LEVEL,
    coffeeMinute: env.AJAR_COFFEE_MINUTE,
    doorMinute: env.AJAR_DOOR_MINUTE,
    hoursLead: env.AJAR_HOURS_LEAD,
    pushLoopback: env.AJAR_PUSH_LOOPBACK === 'yes',
    empty,
    demoAllowed: !empty && env.DATABASE_URL === undefined && isLoopback(env.HOST),
  };
}

function oidcOf(env: Environment): OidcSettings | undefined {
  const { AJAR_OIDC_ISSUER: issuer, AJAR_OIDC_CLIENT_ID: clientId, AJAR_OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret, name: env.AJAR_OIDC_NAME ?? 'your organisation' };
}

/** What is wrong between variables that are each right on their own. */
function contradictions(given: Given): string[] {
  const found = turnContradictions(given);
  if (given.REDIS_URL !== undefined && given.DATABASE_URL === undefined) {
    found.push(
      'REDIS_URL: needs DATABASE_URL too, because the database inside Ajar serves one machine only. Set both or neither',
    );
  }
  const oidc = ['AJAR_OIDC_ISSUER', 'AJAR_OIDC_CLIENT_ID', 'AJAR_OIDC_CLIENT_SECRET'] as const;
  const missing = oidc.filter((name) => given[name] === undefined);
  const started = missing.length < oidc.length || given.AJAR_OIDC_NAME !== undefined;
  if (started) found.push(...missing.map((name) => `${name}: missing; single sign-on needs ${oidc.join(', ')}`));
  return found;
}

function complaint(issue: z.core.$ZodIssue, given: Given): string {
  const name = String(issue.path[0] ?? '');
  const value = name in environment.shape ? given[name as keyof Environment] : undefined;
  return `${name}: ${issue.message}${value === undefined || secretVariables.test(name) ? '' : `, got "${value}"`}`;
}
