/** How noise is taken out of one's voice: not at all, by the browser, or by RNNoise. */
export const noises = ['off', 'browser', 'strong'] as const;
export type Noise = (typeof noises)[number];

/** What is seen behind oneself: the room as it is, blurred, or a calm drawing. */
export const backgrounds = ['none', 'blur', 'paper', 'dusk', 'garden'] as const;
export type Background = (typeof backgrounds)[number];
