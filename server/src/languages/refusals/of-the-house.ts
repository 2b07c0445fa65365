import type { Refusals } from '@ajar/shared';

/** Of signing in, of programmes, and of what any request may meet. */
export const ofTheHouse: Refusals = {
  'There is no demo person like that here.': {
    fr: 'Il n’y a pas de telle personne de démonstration ici.',
    es: 'Aquí no hay tal persona de demostración.',
  },
  'That was asked for too often. Please try again in {1} min.': {
    fr: 'Cela a été demandé trop souvent. Réessayez dans {1} min.',
    es: 'Se ha pedido demasiadas veces. Inténtelo de nuevo en {1} min.',
  },
  'That was a lot at once. Please wait {1} s and try again.': {
    fr: 'Cela fait beaucoup à la fois. Attendez {1} s et réessayez.',
    es: 'Ha sido mucho a la vez. Espere {1} s e inténtelo de nuevo.',
  },
  'This link has been used or has run out. Start Ajar again to be given a new one.': {
    fr: 'Ce lien a déjà servi ou n’est plus valable. Redémarrez Ajar pour en recevoir un nouveau.',
    es: 'Este enlace ya se ha usado o ha caducado. Vuelva a iniciar Ajar para recibir otro.',
  },
  'Only JSON is read here. Nothing was changed.': {
    fr: 'Seul du JSON est lu ici. Rien n’a été changé.',
    es: 'Aquí solo se lee JSON. No se ha cambiado nada.',
  },
  'There is nothing at this address.': {
    fr: 'Il n’y a rien à cette adresse.',
    es: 'No hay nada en esta dirección.',
  },
  'There is nothing at this address. /api/docs lists what there is.': {
    fr: 'Il n’y a rien à cette adresse. /api/docs dit ce qu’il y a.',
    es: 'No hay nada en esta dirección. /api/docs dice lo que hay.',
  },
  'Signing in with {1} does not work just now: it does not answer. Try again, or sign in by e-mail.': {
    fr: 'La connexion avec {1} ne marche pas en ce moment : pas de réponse. Réessayez, ou connectez-vous par courriel.',
    es: 'Entrar con {1} no funciona ahora mismo: no responde. Inténtelo de nuevo, o entre por correo.',
  },
  'memberId: you cannot report yourself. Nothing was changed.': {
    fr: 'memberId : on ne peut pas se signaler soi-même. Rien n’a été changé.',
    es: 'memberId: no puede avisar sobre su propia persona. No se ha cambiado nada.',
  },
  'memberId: you cannot block yourself. Nothing was changed.': {
    fr: 'memberId : on ne peut pas se bloquer soi-même. Rien n’a été changé.',
    es: 'memberId: no puede bloquear a su propia persona. No se ha cambiado nada.',
  },
  'There is nobody like that in your programme.': {
    fr: 'Il n’y a personne de tel dans votre programme.',
    es: 'No hay nadie así en su programa.',
  },
  'This report was not kept: you have sent many today. Please speak to the staff of your programme.': {
    fr: 'Ce signalement n’a pas été gardé : vous en avez envoyé beaucoup aujourd’hui. Parlez à l’équipe de votre programme.',
    es: 'Este aviso no se ha guardado: hoy ha enviado muchos. Hable con el equipo de su programa.',
  },
  'The message is not valid JSON. Nothing was changed.': {
    fr: 'Le message n’est pas du JSON valable. Rien n’a été changé.',
    es: 'El mensaje no es JSON válido. No se ha cambiado nada.',
  },
  'The message is too large. Nothing was changed.': {
    fr: 'Le message est trop grand. Rien n’a été changé.',
    es: 'El mensaje es demasiado grande. No se ha cambiado nada.',
  },
  'The message is encoded in a way Ajar does not read. Nothing was changed.': {
    fr: 'Le message est codé d’une façon qu’Ajar ne lit pas. Rien n’a été changé.',
    es: 'El mensaje está codificado de una forma que Ajar no lee. No se ha cambiado nada.',
  },
  'The message ended before it was whole. Nothing was changed.': {
    fr: 'Le message a fini avant d’être entier. Rien n’a été changé.',
    es: 'El mensaje terminó antes de estar completo. No se ha cambiado nada.',
  },
  'The message is not as long as it says. Nothing was changed.': {
    fr: 'Le message n’est pas aussi long qu’il le dit. Rien n’a été changé.',
    es: 'El mensaje no es tan largo como dice. No se ha cambiado nada.',
  },
  'The request could not be read.': {
    fr: 'La demande n’a pas pu être lue.',
    es: 'La petición no se ha podido leer.',
  },
  'You are not signed in. Sign in and try again.': {
    fr: 'La connexion est fermée. Connectez-vous et réessayez.',
    es: 'La sesión no está iniciada. Inicie sesión e inténtelo de nuevo.',
  },
  'You are not signed in any more. Please sign in again.': {
    fr: 'La connexion est fermée. Connectez-vous de nouveau.',
    es: 'La sesión se ha cerrado. Inicie sesión de nuevo.',
  },
  'You are not in a programme yet. Ask its staff to add your e-mail address.': {
    fr: 'Vous n’êtes pas encore dans un programme. Demandez à son équipe d’ajouter votre adresse électronique.',
    es: 'Aún no está en un programa. Pida a su equipo que añada su dirección de correo.',
  },
  'You are not in a programme yet. Ask its staff to add you.': {
    fr: 'Vous n’êtes pas encore dans un programme. Demandez à son équipe de vous ajouter.',
    es: 'Aún no está en un programa. Pida a su equipo que le añada.',
  },
  'Only programme staff can do this. Nothing was changed.': {
    fr: 'Seule l’équipe du programme peut faire cela. Rien n’a été changé.',
    es: 'Solo el equipo del programa puede hacer esto. No se ha cambiado nada.',
  },
  'This came from another site, so it was not carried out.': {
    fr: 'Cela venait d’un autre site et n’a pas été fait.',
    es: 'Esto venía de otro sitio, así que no se ha hecho.',
  },
  'The mail could not be sent just now. Please try again in a few minutes.': {
    fr: 'Le courriel n’a pas pu être envoyé. Réessayez dans quelques minutes.',
    es: 'El correo no se ha podido enviar. Inténtelo de nuevo en unos minutos.',
  },
  'No media server is connected just now, so no call can begin. Nothing was changed; please try again in a minute.': {
    fr: 'Aucun serveur d’appels n’est joignable en ce moment ; aucun appel ne peut commencer. Rien n’a été changé ; réessayez dans une minute.',
    es: 'Ahora mismo no hay ningún servidor de llamadas, así que no puede empezar ninguna. No se ha cambiado nada; inténtelo de nuevo en un minuto.',
  },
  'email: this address belongs to the demo. Nothing was changed.': {
    fr: 'email : cette adresse est celle de la démonstration. Rien n’a été changé.',
    es: 'email: esta dirección es de la demostración. No se ha cambiado nada.',
  },
  'Somebody with this e-mail address is in the programme already. Nothing was changed.': {
    fr: 'Quelqu’un avec cette adresse électronique est déjà dans le programme. Rien n’a été changé.',
    es: 'Ya hay alguien con esta dirección de correo en el programa. No se ha cambiado nada.',
  },
  'endpoint: this is no address of a push service on the internet. Nothing was changed.': {
    fr: 'endpoint : ce n’est l’adresse d’aucun service de notifications sur internet. Rien n’a été changé.',
    es: 'endpoint: no es la dirección de ningún servicio de notificaciones en internet. No se ha cambiado nada.',
  },
};
