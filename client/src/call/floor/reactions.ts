import type { Reaction } from '@ajar/shared';
import { Heart, type LucideIcon, Smile, Sparkles, ThumbsUp, Turtle } from 'lucide-react';

/** How each reaction looks; its name is in the words. */
export const iconOf: Readonly<Record<Reaction, LucideIcon>> = {
  agree: ThumbsUp,
  thanks: Heart,
  smile: Smile,
  'well-done': Sparkles,
  slower: Turtle,
};
