import { type PageLanguage, type Refusals, translating } from '@ajar/shared';

/** What a media node and this page refuse about a call, in the words people read. A test holds it against the code. */
export const ofCalls: Refusals = {
  'This way into the call has expired. Ask for a new one.': {
    fr: 'Cet accès à la conversation n’est plus valable. Demandez-en un nouveau.',
    es: 'Este acceso a la llamada ha caducado. Pida uno nuevo.',
  },
  'This is not a valid way into the call.': {
    fr: 'Cet accès à la conversation n’est pas valable.',
    es: 'Este acceso a la llamada no es válido.',
  },
  'That was too much at once. Please wait a moment.': {
    fr: 'Cela fait beaucoup à la fois. Attendez un moment.',
    es: 'Ha sido mucho a la vez. Espere un momento.',
  },
  'You may not share your screen here.': {
    fr: 'Vous ne pouvez pas partager votre écran ici.',
    es: 'Aquí no puede compartir la pantalla.',
  },
  'You may listen here, but not speak.': {
    fr: 'Ici, vous pouvez écouter, mais pas parler.',
    es: 'Aquí puede escuchar, pero no hablar.',
  },
  'You may listen and watch here, but not point.': {
    fr: 'Ici, vous pouvez écouter et regarder, mais pas montrer.',
    es: 'Aquí puede escuchar y mirar, pero no señalar.',
  },
  'There is nothing to point through. Please try again.': {
    fr: 'Il n’est pas possible de montrer en ce moment. Réessayez.',
    es: 'Ahora mismo no se puede señalar. Inténtelo de nuevo.',
  },
  'This room takes nobody new just now. Its host sees that you are here.': {
    fr: 'Cette salle n’accueille personne de plus en ce moment. Votre hôte voit que vous êtes là.',
    es: 'Esta sala no admite a nadie más por ahora. Quien la lleva ve que está aquí.',
  },
  'Calls are not possible right now. Please try again in a moment.': {
    fr: 'Les conversations ne sont pas possibles en ce moment. Réessayez dans un instant.',
    es: 'Ahora mismo no se pueden hacer llamadas. Inténtelo de nuevo en un momento.',
  },
  'Whoever offered this file is not here any more.': {
    fr: 'La personne qui proposait ce fichier n’est plus là.',
    es: 'Quien ofrecía este archivo ya no está aquí.',
  },
  'This file is your own.': {
    fr: 'Ce fichier est le vôtre.',
    es: 'Este archivo es suyo.',
  },
  'That is more files than fit at once. Please wait a moment.': {
    fr: 'Cela fait trop de fichiers à la fois. Attendez un moment.',
    es: 'Son demasiados archivos a la vez. Espere un momento.',
  },
  'This file is not on its way any more.': {
    fr: 'Ce fichier n’est plus en chemin.',
    es: 'Este archivo ya no está en camino.',
  },
  'A file may have 10 MB here, and this one has more. It was not offered.': {
    fr: 'Un fichier peut avoir 10 Mo ici, et celui-ci en a plus. Il n’a pas été proposé.',
    es: 'Aquí un archivo puede tener 10 MB, y este tiene más. No se ha ofrecido.',
  },
  'There is nothing in this file. It was not offered.': {
    fr: 'Ce fichier est vide. Il n’a pas été proposé.',
    es: 'Este archivo está vacío. No se ha ofrecido.',
  },
  'You are in this call already.': {
    fr: 'Vous êtes déjà dans cette conversation.',
    es: 'Ya está en esta llamada.',
  },
  'You have left this call.': {
    fr: 'Vous avez quitté cette conversation.',
    es: 'Ha salido de esta llamada.',
  },
  'Join the call first.': {
    fr: 'Rejoignez d’abord la conversation.',
    es: 'Primero únase a la llamada.',
  },
  'Only the host of this room decides that. Nothing was changed.': {
    fr: 'Seul l’hôte de cette salle en décide. Rien n’a été changé.',
    es: 'Solo lo decide quien lleva esta sala. No se ha cambiado nada.',
  },
  'They do not wait any more. Nothing was changed.': {
    fr: 'Cette personne n’attend plus. Rien n’a été changé.',
    es: 'Esta persona ya no espera. No se ha cambiado nada.',
  },
  'They are not in this call any more.': {
    fr: 'Cette personne n’est plus dans la conversation.',
    es: 'Esta persona ya no está en la llamada.',
  },
  'Whoever moderates is not moderated. Nothing was changed.': {
    fr: 'Cela ne se fait pas à qui anime la salle. Rien n’a été changé.',
    es: 'Esto no se hace con quien lleva la sala. No se ha cambiado nada.',
  },
  'This call has ended.': {
    fr: 'Cette conversation est finie.',
    es: 'Esta llamada ha terminado.',
  },
  'This call is no longer here. Please join again.': {
    fr: 'Cette conversation n’est plus ici. Rejoignez-la de nouveau.',
    es: 'Esta llamada ya no está aquí. Únase de nuevo.',
  },
  'The call is moving to another place. Please join again.': {
    fr: 'La conversation change de place. Rejoignez-la de nouveau.',
    es: 'La llamada cambia de lugar. Únase de nuevo.',
  },
  'This part of the call is no longer here.': {
    fr: 'Cette partie de la conversation n’est plus là.',
    es: 'Esta parte de la llamada ya no está.',
  },
  'This {1} is not (or no longer) part of the call.': {
    fr: 'Ceci ne fait pas, ou plus, partie de la conversation.',
    es: 'Esto no forma parte de la llamada, o ya no.',
  },
  'The call is not there for the moment.': {
    fr: 'La conversation n’est pas là pour le moment.',
    es: 'La llamada no está disponible por el momento.',
  },
  'The connection to the call is gone for the moment.': {
    fr: 'La connexion à la conversation est coupée pour le moment.',
    es: 'La conexión con la llamada se ha cortado por el momento.',
  },
  'There was no answer. Check the connection and try again.': {
    fr: 'Il n’y a pas eu de réponse. Vérifiez la connexion et réessayez.',
    es: 'No hubo respuesta. Compruebe la conexión e inténtelo de nuevo.',
  },
  'The call server does not answer.': {
    fr: 'Le serveur des conversations ne répond pas.',
    es: 'El servidor de llamadas no responde.',
  },
  'This browser cannot make calls. A current Chrome, Edge, Firefox or Safari can.': {
    fr: 'Ce navigateur ne peut pas tenir de conversation. Un Chrome, Edge, Firefox ou Safari récent le peut.',
    es: 'Este navegador no puede hacer llamadas. Un Chrome, Edge, Firefox o Safari actual sí puede.',
  },
  'Nothing can be made ready just now. Calls work all the same.': {
    fr: 'Rien ne peut être préparé en ce moment. Les conversations marchent quand même.',
    es: 'Ahora mismo no se puede preparar nada. Las llamadas funcionan igualmente.',
  },
  'This way is being tried already.': {
    fr: 'Ce chemin est déjà à l’essai.',
    es: 'Este camino ya se está probando.',
  },
  'There is no TURN server here.': {
    fr: 'Il n’y a pas de serveur TURN ici.',
    es: 'Aquí no hay servidor TURN.',
  },
  'This check is over.': {
    fr: 'Cet essai est fini.',
    es: 'Esta prueba ha terminado.',
  },
};

const translated = translating(ofCalls);

/** These words in a language; as they are where they are not among these, which is also when they are in it already. */
export function refusalIn(message: string, language: PageLanguage): string {
  return translated(message, language) ?? message;
}
