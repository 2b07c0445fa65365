import './quiet-page.css';
import type { ReactNode } from 'react';
import { Doorway, type DoorwayProps } from './Doorway.tsx';
import type { DoorColour } from './door-colours.ts';

/** A page with one thing to say: a door beside a few words. */
export function QuietPage(props: {
  look: DoorwayProps['look'];
  colour: DoorColour;
  title: string;
  children: ReactNode;
}) {
  return (
    <main className="quiet-page">
      <div className="quiet-page-door">
        <Doorway look={props.look} colour={props.colour} />
      </div>
      <div className="quiet-page-words">
        <h1>{props.title}</h1>
        {props.children}
      </div>
    </main>
  );
}
