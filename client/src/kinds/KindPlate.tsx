import type { CorridorDoor } from '@ajar/shared';
import { plateWords, roomNames } from './plate-words.ts';

/** How a shared room or a staffed door that is not closed stands, and who is in it. */
export function KindPlate({ door, look }: { door: CorridorDoor; look: string }) {
  const inside = roomNames(door);
  return (
    <>
      <p className="plate-state" data-look={look}>
        <span>{plateWords(door)}</span>
      </p>
      {inside && <p className="plate-inside">{inside}</p>}
    </>
  );
}
