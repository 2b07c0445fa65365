import {
  type Admission,
  admission,
  type CorridorDoor,
  type CorridorSnapshot,
  corridorDoor,
  corridorSnapshot,
  type Mine,
  type MyVisit,
  myVisit,
} from '@ajar/shared';

/* What the hub may send, for tests: parsed by the contract, so that none of it is impossible. */

export function aCorridor({ mine, ...parts }: Partial<Omit<CorridorSnapshot, 'mine'>> & { mine?: Partial<Mine> }) {
  return corridorSnapshot.parse({
    program: { id: crypto.randomUUID(), name: 'Faculty of Medicine mentoring' },
    memberId: crypto.randomUUID(),
    doors: [],
    around: [],
    table: { taken: 0 },
    ...parts,
    mine: {
      doorId: null,
      doorState: 'closed',
      visitors: [],
      visits: [],
      seat: null,
      encounter: null,
      coffee: null,
      passing: { until: null, offersADay: 2, offer: null },
      ...mine,
    },
  });
}

export function aDoor(parts: Partial<CorridorDoor>): CorridorDoor {
  return corridorDoor.parse({
    doorId: crypto.randomUUID(),
    memberId: crypto.randomUUID(),
    name: 'Amara Osei',
    place: 'Clinician scientist · Toronto',
    talksAbout: '',
    firstTimeFine: false,
    state: 'closed',
    around: true,
    busy: false,
    inside: [],
    waiting: 0,
    ...parts,
  });
}

export function aVisit(door: CorridorDoor, parts: Partial<MyVisit>): MyVisit {
  return myVisit.parse({
    visitId: crypto.randomUUID(),
    doorId: door.doorId,
    mentorName: door.name,
    state: 'waiting',
    place: 1,
    knocked: false,
    ...parts,
  });
}

export function anAdmission(): Admission {
  const id = crypto.randomUUID();
  return admission.parse({
    encounterId: id,
    roomId: id,
    kind: 'door',
    with: [],
    mediaUrl: '',
    token: 'a.b.c',
    rtpCapabilities: { codecs: [] },
    iceServers: [],
  });
}
