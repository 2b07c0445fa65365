import { type InEach, inEach } from '../words/index.ts';

type Said = { title: string; body: string };

type TurnWords = {
  called: (mentorName: string) => Said;
  letIn: (visitorName: string, mentorName: string) => Said;
};

const turnWords: InEach<TurnWords> = {
  en: {
    called: (mentorName) => ({
      title: `Your turn with ${mentorName}`,
      body: 'Come in within two minutes. If you cannot just now, you go back one place and keep it.',
    }),
    letIn: (visitorName, mentorName) => ({
      title: `${visitorName} is in with ${mentorName}`,
      body: 'You have one place together. You may follow for as long as the visit lasts.',
    }),
  },
  fr: {
    called: (mentorName) => ({
      title: `C’est votre tour chez ${mentorName}`,
      body: 'Entrez dans les deux minutes. Si ce n’est pas possible à l’instant, vous reculez d’une place et la gardez.',
    }),
    letIn: (visitorName, mentorName) => ({
      title: `${visitorName} est chez ${mentorName}`,
      body: 'Vous avez une même place. Vous pouvez suivre tant que dure la visite.',
    }),
  },
  es: {
    called: (mentorName) => ({
      title: `Es su turno con ${mentorName}`,
      body: 'Entre en los próximos dos minutos. Si ahora no puede, retrocede un lugar y lo conserva.',
    }),
    letIn: (visitorName, mentorName) => ({
      title: `${visitorName} está con ${mentorName}`,
      body: 'Tienen un mismo lugar. Puede seguir mientras dure la visita.',
    }),
  },
};

/** To whoever is called. */
export function calledWords(mentorName: string): InEach<Said> {
  return inEach(turnWords, ({ called }) => called(mentorName));
}

/** To whoever shares the place of somebody who was let in. */
export function letInWords(visitorName: string, mentorName: string): InEach<Said> {
  return inEach(turnWords, ({ letIn }) => letIn(visitorName, mentorName));
}
