export const doorColours = ['sage', 'clay', 'slate', 'plum', 'ochre', 'pine'] as const;
export type DoorColour = (typeof doorColours)[number];
