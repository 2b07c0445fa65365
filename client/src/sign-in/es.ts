import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'sign-in'> = {
  title: 'Iniciar sesión',
  heading: 'Alguien dejó la puerta entornada.',
  under: 'Un pasillo para la mentoría. Entre donde haya luz, o siéntese a tomar un café con alguien nuevo.',
  underProgram: 'El pasillo de {{program}}. Entre donde haya luz, o siéntese a tomar un café con alguien nuevo.',
  demoTitle: 'Pruebe como otra persona',
  demoUnder:
    'Esto es una demostración: aquí nada es real y no hace falta contraseña. Abra una segunda ventana para ser dos personas.',
  continueAs: 'Continuar como {{name}}',
  linkTitle: 'Por correo',
  email: 'Su dirección de correo',
  send: 'Enviarme un enlace',
  sentTitle: 'Mire su correo',
  sent: 'Un enlace va de camino a {{email}}. Sirve para entrar una vez, durante unos minutos. Si no llega nada, pregunte al equipo de su programa qué dirección conoce.',
  outbox: 'Aquí no hay servidor de correo: léalo en la bandeja de salida local',
  again: 'Usar otra dirección',
  otherTitle: 'Otras formas',
  passkey: 'Usar una clave de acceso',
  sso: 'Continuar con {{name}}',
  linkFailed: 'Ese enlace ya se ha usado o ha caducado. Pida uno nuevo abajo.',
  tryAgain: 'Intentar de nuevo',
};

addWords('sign-in', es, 'es');
