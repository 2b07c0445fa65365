import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'calendar'> = {
  title: 'En su propio calendario',
  under:
    'Su calendario puede seguir las rondas en las que participa y el horario de su puerta, con una dirección propia. Quien tenga la dirección puede leerlos.',
  make: 'Crear una dirección',
  address: 'Dirección de su calendario',
  copy: 'Copiar',
  copied: 'La dirección está copiada. Péguela donde su calendario añade una de internet.',
  renew: 'Crear una nueva',
  end: 'Retirar esta dirección',
};

addWords('calendar', es, 'es');
