import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'push'> = {
  on: 'Avisarme cuando Ajar esté cerrado',
  off: 'Dejar de avisarme aquí',
  why: 'Una notificación en este navegador cuando se cumple algo que pidió. Nada más, nunca.',
  isOn: 'Este navegador le avisa cuando se cumple algo que pidió.',
  nowOn: 'Desde ahora este navegador le avisa, también con Ajar cerrado.',
  nowOff: 'Este navegador ya no le avisa.',
  unknown:
    'Este navegador no puede avisarle con Ajar cerrado. En un iPhone o iPad, añada Ajar a la pantalla de inicio e inténtelo allí.',
  denied: 'El navegador no deja que Ajar le avise. Permítalo junto a la dirección e inténtelo de nuevo.',
  unreachable:
    'El servicio de avisos del navegador no responde, así que nada ha cambiado. Inténtelo más tarde; algunas redes no lo dejan pasar.',
};

addWords('push', es, 'es');
