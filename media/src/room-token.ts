import {
  AjarError,
  type MemberId,
  memberId,
  nodeId,
  type RoomTokenClaims,
  roomTokenClaims,
  type StandbyTokenClaims,
  standbyTokenClaims,
} from '@ajar/shared';
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

const issuer = 'ajar';
const algorithm = 'HS256';
const clockTolerance = '5s';

/** A token of one audience never opens the other's door, although both are signed with the same secret. */
const audiences = { room: 'ajar-room', node: 'ajar-node', check: 'ajar-check', standby: 'ajar-standby' } as const;
type Audience = keyof typeof audiences;

const nodeTokenClaims = z.object({ node: nodeId });
const checkTokenClaims = z.object({ member: memberId });

/** Shortest secret in bytes: as long as the hash (RFC 7518 section 3.2). */
export const shortestSecret = 32;

/**
 * Signs what one member may do in one room.
 * @param validFor in ms, how long the token admits; default 5 minutes.
 */
export async function mintRoomToken(claims: RoomTokenClaims, secret: Uint8Array, validFor = 300_000): Promise<string> {
  return await sign('room', { ...claims }, secret, validFor);
}

/** @throws AjarError `token-expired` or `token-invalid` (not-allowed). */
export async function readRoomToken(token: string, secret: Uint8Array): Promise<RoomTokenClaims> {
  return await read('room', roomTokenClaims, token, secret);
}

/**
 * Signs that this member may have transports standing by, and nothing else.
 * @param validFor in ms; default 1 minute, since it is used at once.
 */
export async function mintStandbyToken(
  claims: StandbyTokenClaims,
  secret: Uint8Array,
  validFor = 60_000,
): Promise<string> {
  return await sign('standby', { ...claims }, secret, validFor);
}

/** @throws AjarError `token-expired` or `token-invalid` (not-allowed). */
export async function readStandbyToken(token: string, secret: Uint8Array): Promise<StandbyTokenClaims> {
  return await read('standby', standbyTokenClaims, token, secret);
}

/**
 * Signs that the bearer is the media node of this name, for the hub's `/nodes` namespace.
 * @param validFor in ms; default 1 minute, since it is used at once.
 */
export async function mintNodeToken(node: string, secret: Uint8Array, validFor = 60_000): Promise<string> {
  return await sign('node', { node }, secret, validFor);
}

/** @returns the name of the node. @throws AjarError `token-expired` or `token-invalid` (not-allowed). */
export async function readNodeToken(token: string, secret: Uint8Array): Promise<{ nodeId: string }> {
  const claims = await read('node', nodeTokenClaims, token, secret);
  return { nodeId: claims.node };
}

/**
 * Signs that a member may try out whether calls get through, and nothing else.
 * @param validFor in ms; default 1 minute, since it is used at once.
 */
export async function mintCheckToken(member: MemberId, secret: Uint8Array, validFor = 60_000): Promise<string> {
  return await sign('check', { member }, secret, validFor);
}

/** @returns who tries. @throws AjarError `token-expired` or `token-invalid` (not-allowed). */
export async function readCheckToken(token: string, secret: Uint8Array): Promise<MemberId> {
  const { member } = await read('check', checkTokenClaims, token, secret);
  return member;
}

async function sign(audience: Audience, claims: JWTPayload, secret: Uint8Array, validFor: number): Promise<string> {
  return await new SignJWT(claims)
    .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(audiences[audience])
    .setIssuedAt()
    .setExpirationTime(new Date(Date.now() + validFor))
    .sign(secret);
}

async function read<T extends z.ZodType>(
  audience: Audience,
  schema: T,
  token: string,
  secret: Uint8Array,
): Promise<z.infer<T>> {
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: [algorithm],
      issuer,
      audience: audiences[audience],
      requiredClaims: ['exp', 'iat'],
      clockTolerance,
    });
    return schema.parse(payload);
  } catch (cause) {
    if (cause instanceof errors.JWTExpired) {
      throw new AjarError('not-allowed', 'token-expired', 'This way into the call has expired. Ask for a new one.');
    }
    // The cause stays out of the error: jose quotes the payload in some of them, and tokens never reach a log.
    throw new AjarError('not-allowed', 'token-invalid', 'This is not a valid way into the call.');
  }
}
