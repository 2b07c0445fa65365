import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'bringing'> = {
  bring: 'Venir con alguien',
  hint: 'Esperan con un solo lugar y entran a la vez.',
  nobody: 'Ahora mismo no hay nadie que pueda acompañarle.',
  who: '¿Con quién querría visitar a {{mentor}}?',
  choose: 'Elija a alguien',
  ask: 'Preguntar con discreción',
  never: 'Dejarlo',
  asked: 'Ha preguntado a {{name}} si le acompaña. Si no hay respuesta en dos minutos, puede preguntar a otra persona.',
  together: 'Usted y {{name}} tienen un mismo lugar en la puerta de {{mentor}}. Se llama a los dos.',
  question: 'Le preguntan si viene',
  wouldLike: '{{name}} espera a {{mentor}} y querría que viniera también.',
  quiet: 'Esperarían con un solo lugar y entrarían a la vez. Si prefiere no hacerlo, {{name}} no lo sabrá.',
  yes: 'Sí, voy',
  no: 'Ahora no',
  inside: '{{name}} está con {{mentor}}, y usted puede seguir.',
  follow: 'Seguir',
};

addWords('bringing', es, 'es');
