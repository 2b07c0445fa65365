import { addWords, type WordsOf } from '../../words/index.ts';

const allow = 'Permitir el micrófono y la cámara.';
const switchesOn = 'Activar el micrófono y la cámara.';

const es: WordsOf<'devices'> = {
  title: 'Dispositivos y efectos',
  close: 'Cerrar',
  tryAgain: 'Ya está permitido: intentar de nuevo',
  replaced: {
    microphone: 'Su micrófono ya no está. Se usa otro.',
    camera: 'Su cámara ya no está. Se usa otra.',
    by: 'Ahora: {{name}}.',
  },
  speaker: {
    test: 'Probar el altavoz',
    playing: 'Ahora suenan dos notas suaves.',
    played: 'Si no se oyeron dos notas suaves, conviene subir el volumen o elegir otro altavoz.',
    failed: 'La prueba no pudo sonar ahí. Conviene elegir otro altavoz e intentarlo de nuevo.',
    system: 'Este navegador suena donde suena todo lo demás del equipo; se elige en los ajustes del equipo.',
  },
  help: {
    microphone: 'Cómo permitir el micrófono',
    camera: 'Cómo permitir la cámara',
    both: 'Cómo permitir el micrófono y la cámara',
    back: 'Volver aquí y pulsar el botón de abajo.',
    reload: 'Volver aquí; puede que la página se cargue de nuevo.',
    chrome: {
      desktop: {
        where: 'Pulsar el icono de los dos controles, o la cámara tachada, junto a la dirección de esta página.',
        allow: switchesOn,
      },
      android: {
        where: 'Pulsar el icono de los dos controles junto a la dirección de esta página y luego Permisos.',
        allow,
      },
      ios: { where: 'Abrir los Ajustes del teléfono, luego Apps y luego Chrome.', allow: switchesOn },
    },
    edge: {
      desktop: {
        where: 'Pulsar el candado junto a la dirección de esta página y luego Permisos para este sitio.',
        allow: 'Poner el micrófono y la cámara en Permitir.',
      },
      android: {
        where: 'Pulsar el candado junto a la dirección de esta página y luego Permisos.',
        allow,
      },
      ios: { where: 'Abrir los Ajustes del teléfono, luego Apps y luego Edge.', allow: switchesOn },
    },
    firefox: {
      desktop: {
        where: 'Pulsar el micrófono o la cámara tachados, al principio de la dirección de esta página.',
        allow: 'Pulsar la cruz junto a cada Bloqueado, para que Firefox pregunte de nuevo.',
      },
      android: {
        where: 'Pulsar el candado junto a la dirección de esta página.',
        allow: 'Pulsar Micrófono y Cámara hasta que digan Permitido.',
      },
      ios: { where: 'Abrir los Ajustes del teléfono, luego Apps y luego Firefox.', allow: switchesOn },
    },
    safari: {
      desktop: {
        where: 'En el menú Safari, elegir Ajustes para este sitio web.',
        allow: 'Poner la cámara y el micrófono en Permitir.',
      },
      ios: {
        where:
          'Pulsar el icono de página al final de la barra de direcciones, luego los tres puntos y luego Ajustes del sitio web.',
        allow: 'Poner la cámara y el micrófono en Permitir.',
      },
    },
    other: {
      desktop: {
        where: 'Pulsar el icono junto a la dirección de esta página.',
        allow: 'Permitir el micrófono y la cámara para este sitio.',
      },
      android: {
        where: 'Pulsar el icono junto a la dirección de esta página y luego Permisos.',
        allow,
      },
      ios: { where: 'Abrir los Ajustes del teléfono, luego Apps y luego este navegador.', allow: switchesOn },
    },
    machine: {
      desktop:
        '¿Ya está permitido ahí? Entonces puede que lo impida el propio equipo: en sus ajustes, bajo Privacidad, están Micrófono y Cámara.',
      android:
        '¿Ya está permitido ahí? Entonces, en los Ajustes del teléfono, bajo Aplicaciones, están los permisos de este navegador.',
      ios: '¿Ya está permitido ahí? Entonces, en los Ajustes del teléfono, está Privacidad y seguridad.',
    },
  },
};

addWords('devices', es, 'es');
