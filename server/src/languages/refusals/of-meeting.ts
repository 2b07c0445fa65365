import type { Refusals } from '@ajar/shared';

/** Of coffee, rounds, conversations and what comes after them. */
export const ofMeeting: Refusals = {
  'You are not at this coffee any more. Nothing was changed.': {
    fr: 'Vous n’êtes plus à ce café. Rien n’a été changé.',
    es: 'Ya no está en este café. No se ha cambiado nada.',
  },
  'people.{1}.id: "{2}" is there twice. Give each person an id of their own.': {
    fr: 'people.{1}.id : « {2} » y est deux fois. Donnez à chaque personne son propre id.',
    es: 'people.{1}.id: «{2}» está dos veces. Dé a cada persona un id propio.',
  },
  'Ajar is stopping. Nobody was paired.': {
    fr: 'Ajar s’arrête. Personne n’a été réuni.',
    es: 'Ajar se está deteniendo. No se ha reunido a nadie.',
  },
  'preset: There is no preset called "{1}". There are {2}.': {
    fr: 'preset : aucun modèle ne s’appelle « {1} ». Il y a {2}.',
    es: 'preset: no hay ningún modelo llamado «{1}». Hay {2}.',
  },
  'preset: There is no preset called "{1}". There are {2}. Nothing was changed.': {
    fr: 'preset : aucun modèle ne s’appelle « {1} ». Il y a {2}. Rien n’a été changé.',
    es: 'preset: no hay ningún modelo llamado «{1}». Hay {2}. No se ha cambiado nada.',
  },
  'weights.{1}: There is no weight called "{2}". There are {3}.': {
    fr: 'weights.{1} : aucun poids ne s’appelle « {2} ». Il y a {3}.',
    es: 'weights.{1}: no hay ningún peso llamado «{2}». Hay {3}.',
  },
  'weights.{1}: There is no weight called "{2}". There are {3}. Nothing was changed.': {
    fr: 'weights.{1} : aucun poids ne s’appelle « {2} ». Il y a {3}. Rien n’a été changé.',
    es: 'weights.{1}: no hay ningún peso llamado «{2}». Hay {3}. No se ha cambiado nada.',
  },
  'weights.{1}: A weight is a number from 0 to {2}.': {
    fr: 'weights.{1} : un poids est un nombre de 0 à {2}.',
    es: 'weights.{1}: un peso es un número de 0 a {2}.',
  },
  'weights.{1}: A weight is a number from 0 to {2}. Nothing was changed.': {
    fr: 'weights.{1} : un poids est un nombre de 0 à {2}. Rien n’a été changé.',
    es: 'weights.{1}: un peso es un número de 0 a {2}. No se ha cambiado nada.',
  },
  'weights.{1}: This weight is a number from 0 to {2}. Nothing was changed.': {
    fr: 'weights.{1} : ce poids est un nombre de 0 à {2}. Rien n’a été changé.',
    es: 'weights.{1}: este peso es un número de 0 a {2}. No se ha cambiado nada.',
  },
  'weights.{1}: This weight is 0 or, as in this preset, {2}. Nothing was changed.': {
    fr: 'weights.{1} : ce poids est 0 ou, comme dans ce modèle, {2}. Rien n’a été changé.',
    es: 'weights.{1}: este peso es 0 o, como en este modelo, {2}. No se ha cambiado nada.',
  },
  'Somebody has changed this meanwhile. Nothing of yours was saved. Load the page again to see their change.': {
    fr: 'Quelqu’un a changé ceci entre-temps. Rien de vous n’a été enregistré. Rechargez la page pour voir son changement.',
    es: 'Alguien ha cambiado esto mientras tanto. No se ha guardado nada de usted. Vuelva a cargar la página para ver su cambio.',
  },
  'You have not said yet what you do, so nothing was shown. The people page is where you can.': {
    fr: 'Vous n’avez pas encore dit ce que vous faites ; rien n’a donc été montré. La page des personnes est là pour cela.',
    es: 'Aún no ha dicho a qué se dedica, así que no se ha mostrado nada. Puede hacerlo en la página de personas.',
  },
  'Somebody has changed the starters meanwhile, so yours was not saved. Your words are still here: look at theirs, then save again.':
    {
      fr: 'Quelqu’un a changé les idées de conversation entre-temps ; la vôtre n’a pas été enregistrée. Vos mots sont toujours là : regardez les siens, puis enregistrez de nouveau.',
      es: 'Alguien ha cambiado los temas mientras tanto, así que el suyo no se ha guardado. Sus palabras siguen aquí: mire las otras y guarde de nuevo.',
    },
  'You are in a conversation. Leave it first, then sit down.': {
    fr: 'Vous êtes en conversation. Quittez-la d’abord, puis asseyez-vous.',
    es: 'Está en una conversación. Salga primero y luego siéntese.',
  },
  'This drawing cannot be made again: Ajar has changed how it draws since then.': {
    fr: 'Ce tirage ne peut pas être refait : Ajar tire autrement depuis.',
    es: 'Este sorteo no se puede repetir: Ajar ha cambiado su forma de sortear desde entonces.',
  },
  'This drawing cannot be made again: what went into it has been forgotten.': {
    fr: 'Ce tirage ne peut pas être refait : ce qui y entrait a été oublié.',
    es: 'Este sorteo no se puede repetir: se ha olvidado lo que entró en él.',
  },
  'There is no such drawing in your programme.': {
    fr: 'Il n’y a pas de tel tirage dans votre programme.',
    es: 'No hay tal sorteo en su programa.',
  },
  'That moment has passed. There will be others.': {
    fr: 'Ce moment est passé. Il y en aura d’autres.',
    es: 'Ese momento ha pasado. Habrá otros.',
  },
  'There is no such round for you. It may have been stopped.': {
    fr: 'Il n’y a pas de telle ronde pour vous. Elle n’a peut-être plus lieu.',
    es: 'No hay tal ronda para usted. Puede que haya terminado.',
  },
  'There is no pair to ask just now. You have a place in the next sitting.': {
    fr: 'Il n’y a pas de paire à qui demander en ce moment. Vous avez une place dans la prochaine tablée.',
    es: 'Ahora mismo no hay pareja a la que preguntar. Tiene un lugar en la próxima tanda.',
  },
  'rule: by this rule the round never takes place again. Nothing was changed.': {
    fr: 'rule : selon cette règle, la ronde n’a plus jamais lieu. Rien n’a été changé.',
    es: 'rule: con esta regla la ronda no vuelve a celebrarse. No se ha cambiado nada.',
  },
  'invited: somebody on the list is not in your programme any more. Nothing was changed.': {
    fr: 'invited : l’une de ces personnes n’est plus dans votre programme. Rien n’a été changé.',
    es: 'invited: una de esas personas ya no está en su programa. No se ha cambiado nada.',
  },
  'This round is not gathering just now. The rounds page says when it takes place next.': {
    fr: 'Cette ronde ne se rassemble pas en ce moment. La page des rondes dit quand elle a lieu.',
    es: 'Esta ronda no se está reuniendo ahora mismo. La página de rondas dice cuándo es la próxima.',
  },
  'Somebody has a table already.': {
    fr: 'Quelqu’un a déjà une table.',
    es: 'Alguien ya tiene mesa.',
  },
  'There is no conversation of yours at this address.': {
    fr: 'Aucune conversation à vous n’est à cette adresse.',
    es: 'En esta dirección no hay ninguna conversación suya.',
  },
  'This conversation is over. The corridor is where the next one begins.': {
    fr: 'Cette conversation est finie. La prochaine commence dans le couloir.',
    es: 'Esta conversación ha terminado. La próxima empieza en el pasillo.',
  },
  'That conversation is over. Nothing was changed.': {
    fr: 'Cette conversation est finie. Rien n’a été changé.',
    es: 'Esa conversación ha terminado. No se ha cambiado nada.',
  },
  'One of you is in another conversation just now. Nothing was changed.': {
    fr: 'L’un de vous est dans une autre conversation en ce moment. Rien n’a été changé.',
    es: 'Una de las dos partes está en otra conversación ahora mismo. No se ha cambiado nada.',
  },
  'The host of this room has said goodbye for today. Other doors in the corridor are as open as ever.': {
    fr: 'On vous a dit au revoir ici pour aujourd’hui. D’autres portes du couloir vous restent ouvertes.',
    es: 'En esta sala se han despedido de usted por hoy. Otras puertas del pasillo siguen tan abiertas como siempre.',
  },
  'This conversation was too long ago to say that. Nothing was changed.': {
    fr: 'Cette conversation est trop ancienne pour le dire. Rien n’a été changé.',
    es: 'Esta conversación fue hace demasiado para decirlo. No se ha cambiado nada.',
  },
  'This question has been put away, and nothing was changed. It is asked again when you next meet.': {
    fr: 'Cette question a été rangée, et rien n’a été changé. On la pose de nouveau à votre prochaine rencontre.',
    es: 'Esta pregunta se ha retirado y no se ha cambiado nada. Se vuelve a hacer cuando se vean de nuevo.',
  },
  'There is no such thread of yours. Nothing was changed.': {
    fr: 'Il n’y a pas de tel échange avec vous. Rien n’a été changé.',
    es: 'No hay tal conversación suya. No se ha cambiado nada.',
  },
  'This message was not sent: that is a great many within an hour. It is a good moment to meet.': {
    fr: 'Ce message n’a pas été envoyé : il y en a déjà beaucoup en une heure. C’est un bon moment pour se voir.',
    es: 'Este mensaje no se ha enviado: ya son muchos en una hora. Es buen momento para verse.',
  },
  'This mentor cannot be asked, or has been asked already. Nothing was changed.': {
    fr: 'On ne peut pas demander cela à cette personne, ou vous l’avez déjà fait. Rien n’a été changé.',
    es: 'No se puede pedir esto a esa persona, o ya se le ha pedido. No se ha cambiado nada.',
  },
  'Nobody asks this of you any more. Nothing was changed.': {
    fr: 'Personne ne vous le demande plus. Rien n’a été changé.',
    es: 'Ya nadie se lo pide. No se ha cambiado nada.',
  },
};
