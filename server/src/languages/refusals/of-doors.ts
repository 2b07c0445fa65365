import type { Refusals } from '@ajar/shared';

/** Of doors, their lines and their hours. */
export const ofDoors: Refusals = {
  'Your door is closed, so there is nothing to wait for. Nothing was changed.': {
    fr: 'Votre porte est fermée ; il n’y a rien à attendre. Rien n’a été changé.',
    es: 'Su puerta está cerrada, así que no hay nada que esperar. No se ha cambiado nada.',
  },
  'Nobody is with you just now. You can close your door at once.': {
    fr: 'Personne n’est avec vous en ce moment. Vous pouvez fermer votre porte tout de suite.',
    es: 'Ahora mismo no hay nadie con usted. Puede cerrar su puerta ya.',
  },
  'This visit is over. Nothing was changed.': {
    fr: 'Cette visite est finie. Rien n’a été changé.',
    es: 'Esta visita ha terminado. No se ha cambiado nada.',
  },
  'This door is not in the corridor any more.': {
    fr: 'Cette porte n’est plus dans le couloir.',
    es: 'Esta puerta ya no está en el pasillo.',
  },
  'This is your own door.': {
    fr: 'C’est votre propre porte.',
    es: 'Esta es su propia puerta.',
  },
  '{1} takes no new visitors for now. Nothing was changed.': {
    fr: '{1} : pas de nouvelle visite pour l’instant. Rien n’a été changé.',
    es: '{1}: por ahora no hay nuevas visitas. No se ha cambiado nada.',
  },
  'You are inside already. Nothing was changed.': {
    fr: 'Vous êtes déjà à l’intérieur. Rien n’a été changé.',
    es: 'Ya está dentro. No se ha cambiado nada.',
  },
  'You wait at {1} doors already, and your places there are kept. Leave one of these lines to wait here.': {
    fr: 'Vous attendez déjà à {1} portes, et vos places y sont gardées. Quittez l’une de ces files pour attendre ici.',
    es: 'Ya espera en {1} puertas, y sus lugares allí se guardan. Deje una de esas filas para esperar aquí.',
  },
  'You have knocked at a few doors just now. Wait a minute, then knock again; nothing was changed.': {
    fr: 'Vous venez de frapper à plusieurs portes. Attendez une minute, puis frappez de nouveau ; rien n’a été changé.',
    es: 'Acaba de llamar a varias puertas. Espere un minuto y llame de nuevo; no se ha cambiado nada.',
  },
  'Your door is closed, so nobody comes. Nothing was changed.': {
    fr: 'Votre porte est fermée ; personne ne vient. Rien n’a été changé.',
    es: 'Su puerta está cerrada, así que no viene nadie. No se ha cambiado nada.',
  },
  '{1} cannot come in just now. Their place is kept.': {
    fr: '{1} ne peut pas entrer à l’instant. Sa place est gardée.',
    es: '{1} no puede entrar ahora mismo. Su lugar se guarda.',
  },
  'There is no such door in your programme any more.': {
    fr: 'Cette porte n’existe plus dans votre programme.',
    es: 'Esa puerta ya no existe en su programa.',
  },
  'hostIds: somebody among them is not in your programme. Nothing was changed.': {
    fr: 'hostIds : l’une de ces personnes n’est pas dans votre programme. Rien n’a été changé.',
    es: 'hostIds: una de esas personas no está en su programa. No se ha cambiado nada.',
  },
  'Your door is not a shared room just now. Nothing was changed.': {
    fr: 'Votre porte n’est pas une salle commune en ce moment. Rien n’a été changé.',
    es: 'Su puerta no es una sala compartida ahora mismo. No se ha cambiado nada.',
  },
  'Somebody is behind your door. You can change its kind when they have left.': {
    fr: 'Il y a quelqu’un derrière votre porte. Vous pourrez la changer après son départ.',
    es: 'Hay alguien tras su puerta. Podrá cambiarla cuando se haya ido.',
  },
  'Your room is full. {1} keeps their place.': {
    fr: 'Votre salle est pleine. {1} garde sa place.',
    es: 'Su sala está llena. {1} conserva su lugar.',
  },
  '{1}’s door is not open just now. Nothing was changed.': {
    fr: '{1} : la porte n’est pas ouverte en ce moment. Rien n’a été changé.',
    es: '{1}: la puerta no está abierta ahora mismo. No se ha cambiado nada.',
  },
  '{1} is not open just now. Nothing was changed.': {
    fr: '{1} : ce n’est pas ouvert en ce moment. Rien n’a été changé.',
    es: '{1}: no está abierto ahora mismo. No se ha cambiado nada.',
  },
  '{1}’s door is ajar now. Knock first.': {
    fr: '{1} : la porte est entrouverte maintenant. Frappez d’abord.',
    es: '{1}: la puerta está entornada ahora. Llame primero.',
  },
  '{1} is ajar now. Knock first.': {
    fr: '{1} : c’est entrouvert maintenant. Frappez d’abord.',
    es: '{1}: está entornado ahora. Llame primero.',
  },
  '{1}’s door is open. You can walk in.': {
    fr: '{1} : la porte est ouverte. Vous pouvez entrer.',
    es: '{1}: la puerta está abierta. Puede entrar.',
  },
  '{1} is open. You can walk in.': {
    fr: '{1} : c’est ouvert. Vous pouvez entrer.',
    es: '{1}: está abierto. Puede entrar.',
  },
  'Somebody is with {1}. You can wait in line.': {
    fr: 'Il y a quelqu’un chez {1}. Vous pouvez attendre dans la file.',
    es: 'Hay alguien con {1}. Puede esperar en la fila.',
  },
  'The room of {1} is full just now. You can wait in line.': {
    fr: 'La salle est pleine en ce moment chez {1}. Vous pouvez attendre dans la file.',
    es: 'La sala de {1} está llena ahora mismo. Puede esperar en la fila.',
  },
  'Everybody at {1} is in a conversation. You can wait in line.': {
    fr: '{1} : tout le monde est en conversation. Vous pouvez attendre dans la file.',
    es: '{1}: todo el mundo está en una conversación. Puede esperar en la fila.',
  },
  'Only somebody who holds this door can have hours there. Nothing was changed.': {
    fr: 'Seul qui tient cette porte peut y avoir des heures. Rien n’a été changé.',
    es: 'Solo quien atiende esta puerta puede tener horario en ella. No se ha cambiado nada.',
  },
  'You are not among those who hold this door any more.': {
    fr: 'Vous ne tenez plus cette porte.',
    es: 'Usted ya no atiende esta puerta.',
  },
  'You are not among those who hold this door any more. Nothing was changed.': {
    fr: 'Vous ne tenez plus cette porte. Rien n’a été changé.',
    es: 'Usted ya no atiende esta puerta. No se ha cambiado nada.',
  },
  'You wait here already. Nothing was changed.': {
    fr: 'Vous attendez déjà ici. Rien n’a été changé.',
    es: 'Ya espera aquí. No se ha cambiado nada.',
  },
  'Nobody who could come in waits here just now. Nothing was changed.': {
    fr: 'Personne qui puisse entrer n’attend ici en ce moment. Rien n’a été changé.',
    es: 'Ahora mismo no espera aquí nadie que pueda entrar. No se ha cambiado nada.',
  },
  'It is not your turn just now. You are in line as before.': {
    fr: 'Ce n’est pas votre tour en ce moment. Vous êtes dans la file comme avant.',
    es: 'No es su turno ahora mismo. Sigue en la fila como antes.',
  },
  'They cannot come along just now. Your place is as it was.': {
    fr: 'Cette personne ne peut pas venir avec vous en ce moment. Votre place est comme avant.',
    es: 'Esa persona no puede acompañarle ahora mismo. Su lugar sigue como estaba.',
  },
  'You are not asked to come along any more. Nothing was changed.': {
    fr: 'On ne vous demande plus de venir. Rien n’a été changé.',
    es: 'Ya no se le pide que acompañe a nadie. No se ha cambiado nada.',
  },
  'You are told of {1} doors already. Let one go under Following, then try again.': {
    fr: 'On vous prévient déjà pour {1} portes. Laissez-en une sous Portes suivies, puis réessayez.',
    es: 'Ya se le avisa de {1} puertas. Deje una en Puertas seguidas e inténtelo de nuevo.',
  },
  'timeZone: there is no such time zone. Nothing was changed.': {
    fr: 'timeZone : ce fuseau horaire n’existe pas. Rien n’a été changé.',
    es: 'timeZone: esa zona horaria no existe. No se ha cambiado nada.',
  },
  'These hours are over. Nothing was changed.': {
    fr: 'Ces heures sont finies. Rien n’a été changé.',
    es: 'Estas horas han terminado. No se ha cambiado nada.',
  },
  'These hours are over, or were changed. Nothing was changed.': {
    fr: 'Ces heures sont finies, ou ont été modifiées. Rien n’a été changé.',
    es: 'Estas horas han terminado o se han cambiado. No se ha cambiado nada.',
  },
  'That is as many hours as a door can have. Remove some first.': {
    fr: 'Une porte ne peut avoir plus d’heures. Retirez-en d’abord.',
    es: 'Una puerta no puede tener más horas. Quite algunas primero.',
  },
  'The last day is before the first. Nothing was changed.': {
    fr: 'Le dernier jour est avant le premier. Rien n’a été changé.',
    es: 'El último día es anterior al primero. No se ha cambiado nada.',
  },
  'These days are gone already.': {
    fr: 'Ces jours ne sont déjà plus là.',
    es: 'Estos días ya no están.',
  },
  'That time has passed already. Choose one to come.': {
    fr: 'Ce moment est déjà passé. Choisissez-en un à venir.',
    es: 'Ese momento ya ha pasado. Elija uno por venir.',
  },
  'These hours are gone already. Nothing was changed.': {
    fr: 'Ces heures ne sont déjà plus là. Rien n’a été changé.',
    es: 'Estas horas ya no están. No se ha cambiado nada.',
  },
  'rule: {1} is not understood here. Nothing was changed.': {
    fr: 'rule : {1} n’est pas compris ici. Rien n’a été changé.',
    es: 'rule: {1} no se entiende aquí. No se ha cambiado nada.',
  },
  'rule: FREQ has to be DAILY, WEEKLY or MONTHLY. Nothing was changed.': {
    fr: 'rule : FREQ doit être DAILY, WEEKLY ou MONTHLY. Rien n’a été changé.',
    es: 'rule: FREQ tiene que ser DAILY, WEEKLY o MONTHLY. No se ha cambiado nada.',
  },
  '{1}: it cannot be read. Nothing was changed.': {
    fr: '{1} : ce n’est pas lisible. Rien n’a été changé.',
    es: '{1}: no se puede leer. No se ha cambiado nada.',
  },
};
