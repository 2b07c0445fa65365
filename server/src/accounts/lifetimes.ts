const day = 24 * 60 * 60;

/** How long a session lasts without a visit, in s. */
export const sessionLasts = 30 * day;
/** How old a session is when the next visit renews it, in s. */
export const sessionRenewedAfter = day;
/** How long a magic link is good for, in s. */
export const magicLinkLasts = 15 * 60;
/** How long an owner's link is good for, in s. */
export const ownerLinkLasts = day;
