/*
 * Reading a typed array within its bounds. TypeScript cannot know the bounds and would have every read checked; these
 * are inlined to one load. One function a kind of array, so that each sees one kind only and stays fast.
 */

export const at = (array: Int32Array, index: number): number => array[index] as number;

export const valueAt = (array: Float64Array, index: number): number => array[index] as number;

/** What a stack of numbers gives back: it is asked only while it is not empty. */
export const popped = (stack: number[]): number => stack.pop() as number;
