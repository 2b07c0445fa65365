import type { PageLanguage } from '@ajar/shared';
import { type InEach, inLanguage } from '../words/index.ts';

/**
 * What ships, one below the other the same in each language. Each can be answered by anybody, of any rank, in a minute or
 * in ten; none asks for output or success.
 */
export const shipped: InEach<readonly string[]> = {
  en: [
    'What made you laugh lately?',
    'Which place would you show somebody who comes to your town for one afternoon?',
    'What have you changed your mind about?',
    'Who taught you something that you still use, and what was it?',
    'What did you want to become when you were nine?',
    'What do you do on the way home that makes it home?',
    'Which book, film or song have you pressed on other people?',
    'What is a small thing that makes a day good?',
    'What would you like to be a beginner at again?',
    'Which advice did you get that was wrong for you?',
    'What do you cook when nobody is watching?',
    'When did somebody last surprise you?',
    'What is harder than it looks from outside?',
    'Which question do you wish people asked you?',
    'What have you learnt from somebody much younger?',
    'What have you learnt from somebody much older?',
    'Where do you go to think?',
    'What did you stop doing, and are glad you stopped?',
    'Which word in another language do you miss in this one?',
    'What is the kindest thing a stranger has done for you?',
    'If you had this afternoon to yourself, what would you do with it?',
    'What are you curious about that has nothing to do with what you do?',
    'Which room have you felt most at ease in?',
    'What did you find out too late, and could tell somebody in time?',
    'What do people get wrong about where you come from?',
    'What are you looking forward to?',
  ],
  fr: [
    'Qu’est-ce qui vous a fait rire ces derniers temps ?',
    'Quel endroit montreriez-vous à quelqu’un qui vient dans votre ville pour un après-midi ?',
    'Sur quoi avez-vous changé d’avis ?',
    'Qui vous a appris quelque chose qui vous sert encore, et qu’était-ce ?',
    'Que vouliez-vous devenir à neuf ans ?',
    'Que faites-vous sur le chemin du retour pour vous sentir déjà chez vous ?',
    'Quel livre, film ou chanson recommandez-vous à tout le monde ?',
    'Quelle petite chose rend une journée bonne ?',
    'En quoi aimeriez-vous repartir de zéro ?',
    'Quel conseil reçu n’était pas bon pour vous ?',
    'Que cuisinez-vous quand personne ne regarde ?',
    'Quand quelqu’un a-t-il dépassé ce que vous attendiez ?',
    'Qu’est-ce qui est plus difficile que cela n’en a l’air ?',
    'Quelle question aimeriez-vous qu’on vous pose ?',
    'Qu’avez-vous appris de quelqu’un de bien plus jeune ?',
    'Qu’avez-vous appris de quelqu’un de bien plus âgé ?',
    'Où allez-vous pour réfléchir ?',
    'Qu’avez-vous cessé de faire, sans le regretter ?',
    'Quel mot d’une autre langue vous manque dans celle-ci ?',
    'Quelle est la chose la plus gentille qu’une personne inconnue ait faite pour vous ?',
    'Si vous aviez cet après-midi pour vous, qu’en feriez-vous ?',
    'Qu’est-ce qui éveille votre curiosité sans aucun lien avec votre travail ?',
    'Dans quelle pièce avez-vous été le plus à l’aise ?',
    'Qu’avez-vous découvert trop tard, et pourriez dire à quelqu’un à temps ?',
    'Que comprend-on mal de l’endroit d’où vous venez ?',
    'Qu’attendez-vous avec plaisir ?',
  ],
  es: [
    '¿Qué le ha hecho reír últimamente?',
    '¿Qué lugar enseñaría a alguien que viene a su ciudad una sola tarde?',
    '¿Sobre qué ha cambiado de opinión?',
    '¿Quién le enseñó algo que aún le sirve, y qué fue?',
    '¿Qué quería ser a los nueve años?',
    '¿Qué hace de camino a casa para sentirse ya en casa?',
    '¿Qué libro, película o canción recomienda a todo el mundo?',
    '¿Qué cosa pequeña hace bueno un día?',
    '¿En qué le gustaría volver a empezar desde cero?',
    '¿Qué consejo que recibió no era bueno para usted?',
    '¿Qué cocina cuando no mira nadie?',
    '¿Cuándo le sorprendió alguien por última vez?',
    '¿Qué es más difícil de lo que parece desde fuera?',
    '¿Qué pregunta le gustaría que le hicieran?',
    '¿Qué ha aprendido de alguien mucho más joven?',
    '¿Qué ha aprendido de alguien mucho mayor?',
    '¿Adónde va a pensar?',
    '¿Qué dejó de hacer, y se alegra de ello?',
    '¿Qué palabra de otro idioma echa de menos en este?',
    '¿Qué es lo más amable que ha hecho por usted una persona desconocida?',
    'Si tuviera esta tarde para usted, ¿qué haría con ella?',
    '¿Qué le da curiosidad sin tener nada que ver con lo que hace?',
    '¿En qué habitación ha estado más a gusto?',
    '¿Qué descubrió demasiado tarde, y podría contar a alguien a tiempo?',
    '¿Qué se entiende mal del lugar de donde viene?',
    '¿Qué espera con ilusión?',
  ],
};

/** What ships, as it is kept with a coffee. */
export const shippedStarters = shipped.en;

/** A starter as somebody reads it: one that ships in their language, one of a programme's own as it was written. */
export function starterIn(text: string, language: PageLanguage): string {
  const at = shippedStarters.indexOf(text);
  return inLanguage(shipped, language)[at] ?? text;
}
